"""Groups of a question made to fit the index: synonyms, compounds, beginnings, spelling."""

from .asking import LONGEST_EXPRESSION, Either, Every, Group, Start, Term, terms

SHORTEST_HEAD, SHORTEST_TAIL = 4, 3  # letters of the halves of a compound

MOST_CORRECTIONS = 3  # in one question: whoever errs more often speaks another language
ONE_LETTER = 4  # of `Meant.distance`: a wrong letter in the stem, another in the ending


def understood(groups, vocabulary, table, typing):
    """(Groups, {word as written: word as the texts write it})."""
    groups = with_joined(with_synonyms(groups, table), vocabulary)
    corrections = {}
    for group in groups:
        last = group is groups[-1]
        if last and (typing or not group_known(group, vocabulary)):
            add_start(group, vocabulary, 2 if typing else 3)
        spare = len(corrections) < MOST_CORRECTIONS
        if spare and group.is_word and not group_known(group, vocabulary):
            respelt(group, vocabulary, corrections)
    return groups, corrections


def group_known(group, vocabulary):
    """Whether the index has what is asked for, in any way but by a beginning."""
    return any(not isinstance(way, Term) or vocabulary.has(way.text) for way in group.ways)


def add_start(group, vocabulary, shortest):
    forms = vocabulary.completions(group.folded) if len(group.folded) >= shortest else ()
    if forms:
        group.ways.append(Start(group.folded, forms))


def with_synonyms(groups, table):
    """The longest expressions first: their words become one group with all its names."""
    result, place = [], 0
    while place < len(groups):
        for length in range(min(LONGEST_EXPRESSION, len(groups) - place), 0, -1):
            members = groups[place : place + length]
            ways = synonyms_of(members, table)
            if ways:
                break
        else:
            ways, length, members = (), 1, groups[place : place + 1]
        result.append(merged(members, ways) if ways else members[0])
        place += length
    return result


def synonyms_of(members, table):
    if not all(member.is_word for member in members):
        return None
    found = table.get(tuple(member.ways[0].text for member in members))
    return found or (table.get((members[0].folded,)) if len(members) == 1 else None)


def merged(members, ways):
    written = " ".join(member.written for member in members)
    return Group(written, "".join(m.folded for m in members), list(ways), is_word=False)


def with_joined(groups, vocabulary):
    """Words that the texts write together, as in `velo celiņš`: veloceliņš."""
    result = []
    for group in groups:
        before = result[-1] if result else None
        if before and before.is_word and group.is_word:
            compounds = [before.folded + group.folded, before.ways[0].text + group.folded]
            found = [way for word in compounds for way in terms(word) if vocabulary.has(way.text)]
            if found:
                both = Every((Either(tuple(before.ways)), Either(tuple(group.ways))))
                result[-1] = merged([before, group], dict.fromkeys([both, *found]))
                continue
        result.append(group)
    return result


def respelt(group, vocabulary, corrections):
    """An unknown word is misspelt by a letter, or a compound of known ones, or misspelt more."""
    meant = vocabulary.nearest(group.folded)
    halves = None if meant and meant.distance <= ONE_LETTER else split(group.folded, vocabulary)
    if halves:
        group.ways.append(Every(tuple(map(Term, halves))))
    elif meant:
        group.ways.append(Term(meant.stem))
        corrections[group.written] = meant.form


def split(word, vocabulary):
    """The stems of the two most even halves that are words themselves, or None."""
    best = (0, None)
    for place in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL):
        head, (tail, *_) = word[:place], (way.text for way in terms(word[place:]))
        if min(place, len(tail)) <= best[0] or len(tail) < SHORTEST_TAIL:
            continue
        for half in (head, terms(head)[0].text):
            if len(half) >= SHORTEST_HEAD and vocabulary.has(half) and vocabulary.has(tail):
                best = (min(len(half), len(tail)), (half, tail))
                break
    return best[1]
