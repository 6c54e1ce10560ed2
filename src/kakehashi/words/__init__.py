"""Words: texts in several languages, and how facts, dates and counts read in each of them."""

from kakehashi.words.text import LanguageTag, Passage, Text, is_tag

__all__ = ["LanguageTag", "Passage", "Text", "is_tag"]
