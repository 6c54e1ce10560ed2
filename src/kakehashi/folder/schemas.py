def schema_line(name: str, depth: int = 0) -> str:
    return f"# yaml-language-server: $schema={'../' * depth}.schemas/{name}.schema.json\n"


def schema_texts() -> dict[str, str]:
    return {}
