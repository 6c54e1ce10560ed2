"""What keeps a week from being planned, and what a plan leaves out, in words."""

from kakehashi.words.facts.marking import N_

SENTENCES: dict[str, str] = {
    "plan.no-blocks": N_("There is no block of time that could be planned."),
    "plan.no-rooms": N_("There is no room that could be planned."),
    "plan.block-too-long": N_(
        "The block “%(block)s” has %(value)s minutes; a block that is planned has %(expected)s at most."
    ),
    "plan.too-many-slots": N_(
        "Every item must be able to begin on time, so the block “%(block)s” is cut into %(value)s slots of %(minutes)s "
        "minutes each; %(expected)s slots can be planned at most."
    ),
    "plan.blocks-overlap": N_("The blocks “%(block)s” and “%(other)s” overlap."),
    "plan.blocks-too-close": N_(
        "Between the blocks “%(block)s” and “%(other)s” there are %(value)s minutes; %(expected)s are wished for "
        "between two sessions in a room."
    ),
    "plan.unknown-symposium": N_("There is no symposium “%(value)s”."),
    "plan.nothing-to-plan": N_("There is nothing to plan: no session that may be moved has items."),
    "plan.nothing-left": N_("Nothing is left to plan: whatever may be moved has a room and a block, and keeps them."),
    "plan.item-of-no-session": N_(
        "“%(what)s” is left out of the plan: it has no session, and it is not clear which one it is for."
    ),
    "plan.start-outside-blocks": N_(
        "“%(session)s” is left out of the plan: “%(what)s” has the fixed start %(start)s, at which there is no block."
    ),
    "plan.no-clock": N_(
        "“%(what)s” may be planned at any hour of %(person)s: neither a zone nor an institution of theirs is known."
    ),
    "plan.no-minutes": N_("“%(what)s” is left out of the plan: nothing says how long it is."),
    "plan.item-too-long": N_("“%(what)s” needs %(value)s minutes; the longest block has %(expected)s."),
    "plan.pinned-outside": N_(
        "“%(what)s” needs %(value)s minutes; from its fixed start to the end of the block “%(block)s” there are "
        "%(expected)s."
    ),
    "plan.too-little-time": N_(
        "There is too little time for everything: in all blocks and rooms together %(value)s minutes are free, and "
        "%(expected)s are needed."
    ),
    "plan.too-long-for-its-session": N_(
        "The items of “%(session)s” need %(expected)s minutes; the longest block has %(value)s."
    ),
    "plan.too-long-for-its-sessions": N_(
        "The items of “%(session)s” and of the sessions that may take its place need %(expected)s minutes; sessions: "
        "%(number)s, minutes in them at most: %(value)s."
    ),
    "plan.circle": N_("These items would have to follow each other in a circle: %(talks)s."),
    "plan.nowhere-left": N_(
        "No block is left for “%(what)s”: each is too short, or somebody who chairs the session is away or busy then."
    ),
    "plan.pinned-and-barred": N_("“%(what)s” has its fixed start in the block “%(value)s”, in which it may not be."),
    "plan.too-much-burden": N_("The burden of “%(what)s” is too large to be counted."),
    "plan.too-many-wishes": N_("The wishes for “%(what)s” are too many to be added up."),
}

MENDS: dict[str, str] = {
    "plan.no-blocks": N_("Write a stretch of time into “blocks”: its start, its slots, and how long a slot is."),
    "plan.no-rooms": N_("Write a room or a stream into “rooms”."),
    "plan.block-too-long": N_("Part it into several blocks."),
    "plan.too-many-slots": N_("Round lengths and fixed starts, to five minutes for example, or shorten the block."),
    "plan.blocks-overlap": N_("Let one begin when the other has ended."),
    "plan.blocks-too-close": N_("Begin the later one later, or wish for a shorter “changeover”."),
    "plan.unknown-symposium": N_("Write the name of its file in “symposia”, without “.yaml”."),
    "plan.nothing-to-plan": N_("Give a session a block, or nothing, in place of its start, and take “pinned” away."),
    "plan.nothing-left": N_("Plan without --keep to have it moved."),
    "plan.item-of-no-session": N_("Put it into the session that it is for; planning may still move it."),
    "plan.start-outside-blocks": N_(
        "Write a block that holds this start, or give the session a start and a room of its own."
    ),
    "plan.no-clock": N_("Give the person a “zone” or a position, or the item its “institutions”."),
    "plan.no-minutes": N_("Give it “minutes”."),
    "plan.item-too-long": N_("Shorten it, or lengthen a block."),
    "plan.pinned-outside": N_("Let it begin earlier, shorten it, or lengthen the block."),
    "plan.too-little-time": N_("Add a room or a block, lengthen blocks, or leave something out."),
    "plan.too-long-for-its-session": N_("Lengthen a block, shorten items, or part the session into two."),
    "plan.too-long-for-its-sessions": N_("Add a session, lengthen a block, or shorten items."),
    "plan.circle": N_("Take away one of the wishes under “precedence”."),
    "plan.nowhere-left": N_("Lengthen a block, let somebody else chair, or correct “availability”."),
    "plan.pinned-and-barred": N_("Take its start away; a general conference stands in the last block of a day."),
    "plan.too-much-burden": N_("Write smaller weights under “listeners”."),
    "plan.too-many-wishes": N_("Take away some of the “preferences”."),
}
