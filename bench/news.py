"""Made-up news, tied to projects."""

from news.models import Post

from .words import english, latvian

MOST = 20_000


def make_news(rng, size):
    """One post for five projects, at most 20,000; returns how many."""
    number, lv, en = max(5, min(size // 5, MOST)), latvian(), english()
    rows = [post(rng, key, lv, en) for key in range(1, number + 1)]
    Post.objects.bulk_create(rows, batch_size=2000)
    ties = Post.projects.through
    ties.objects.bulk_create(
        (ties(post_id=row.pk, project_id=rng.randint(1, size)) for row in rows), batch_size=5000
    )
    return number


def post(rng, key, lv, en):
    words = lv.draw(rng, 6), en.draw(rng, 6)
    day = f"{rng.randint(2015, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return Post(
        title_lv=lv.title(words[0]),
        title_en=en.title(words[1]),
        summary_lv=lv.text(rng, 18),
        summary_en=en.text(rng, 18),
        body_lv=f"<p>{lv.text(rng, 60)}</p>",
        body_en=f"<p>{en.text(rng, 60)}</p>",
        slug_lv=lv.slug(words[0], key),
        slug_en=en.slug(words[1], key),
        published_at=f"{day}T09:00:00+00:00",
    )
