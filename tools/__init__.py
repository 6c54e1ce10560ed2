"""What keeps the repository true to itself: generated documentation, checks of what no linter sees, the lock."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The top folder of the repository."""
