"""The sentence of every fact, by its code; a module per room that emits facts.

Each module holds `SENTENCES` (what is so) and `MENDS` (what can be done about it), both from code to an English message
marked with `N_`, whose `%(name)s` places are the fact's values. A sentence that counts is marked with `NN_`, and the
fact's value `count` chooses the form.

>>> from kakehashi.words.facts import sentence_of
>>> sentence_of("no.such-code") is None
True
"""

from kakehashi.words.facts.registry import codes, mend_of, sentence_of

__all__ = ["codes", "mend_of", "sentence_of"]
