"""A small index in memory, to ask questions of the words alone."""

import json

import tantivy

from search.matching import TOKENIZER, WHITESPACE, Question, add_text_fields, fill
from search.shape import Draft
from search.shipped_synonyms import SHIPPED_SYNONYMS


class Ram:
    """Rows of (key, title, body, number), asked as the engine asks."""

    def __init__(self, rows):
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("place", fast=True)
        add_text_fields(builder)
        self.schema = builder.build()
        index = tantivy.Index(self.schema)
        index.register_tokenizer(TOKENIZER, WHITESPACE)
        writer = index.writer(heap_size=20_000_000, num_threads=1)
        self.keys = []
        for key, title, body, number in rows:
            document = Draft()
            document.add("place", len(self.keys))
            fill(document, title, body, number)
            writer.add_json(json.dumps(document.fields))
            self.keys.append(key)
        writer.commit()
        index.reload()
        self.searcher = index.searcher()

    def question(self, words, typing=False):
        return Question(words, self.schema, self.searcher, SHIPPED_SYNONYMS, typing)

    def run(self, question, limit):
        hits = self.searcher.search(question.rank, limit=limit).hits
        places = self.searcher.fast_field_values("place", [at for _, at in hits]) if hits else []
        return [self.keys[place] for place in places]

    def found(self, words, limit=10, typing=False):
        """Keys in order; by some of the words when nothing has all."""
        question = self.question(words, typing)
        wider = question.relaxed()
        return self.run(question, limit) or (self.run(wider, limit) if wider else [])


def texts(*bodies):
    """An index of texts, each its own key, without titles."""
    return Ram([(body, "", body, "") for body in bodies])
