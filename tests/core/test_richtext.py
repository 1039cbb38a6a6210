"""The sanitiser: nothing active passes, what Word and old sites paste comes out clean."""

import random
from html.parser import HTMLParser

import pytest
from django.utils.html import format_html

from core.prose.embedding import resolve
from core.prose.videos import video_at
from core.richtext import ATTRIBUTES, CONTROL, TAGS, clean, sanitised, show, together

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Ziņa</title>
<style><!-- p.MsoNormal {margin:0cm} --></style><!--[if gte mso 9]><xml><o:AllowPNG/></xml>
<![endif]--></head><body lang=LV><!--StartFragment-->
<p class=MsoTitle><span lang=LV>Viedie ciemi<o:p></o:p></span></p>
<h1><b><span lang=LV>Mērķi<o:p></o:p></span></b></h1>
<p class=MsoNormal><b><span style='mso-ansi-language:LV'>Treknais</span></b><span lang=LV> un
<i>slīpais</i> teksts,&nbsp;&nbsp; 20&nbsp;000 eiro <st1:City w:st="on">Rīgā</st1:City>
<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>
<span lang=LV>pirmais<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>apakšā<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>otrais<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>numurēts</p>
<table class=MsoTableGrid border=1 cellspacing=0><tr><td width=200 style='border:solid'>
<p class=MsoNormal><b>Gads<o:p></o:p></b></p></td><td><p class=MsoNormal>Summa</p></td></tr>
<tr><td><p class=MsoNormal>2020</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
</table><p class=MsoNormal><img src="file:///C:/x.png"><a href="#_ftn1">[1]</a></p>
<!--EndFragment--></body></html>"""

OLD_SITE = """<table width="100%" border="0" cellpadding="5"><tr><td bgcolor="#eee">
<font face="Verdana" size="2"><b>Projekts</b><br><br>Pirmā rinda<br>otrā rinda<br>&nbsp;<br>
Jauna<center><u>vidū</u></center></font></td><td><div>Parasts <span style="font-style: italic">
slīps</span></div><img src="http://vecalapa.lv/a.jpg"></td></tr></table>
<p>• viens</p><p>• divi</p><a href="www.elflas.lv"><div>Kaste</div></a>
<a href="info@example.lv">raksti</a> <a href="index.php?x">vecs</a><h1>A</h1><p>&nbsp;</p>"""

NOOPENER = ' rel="noopener"'
CLEANED = [
    (None, ""),
    ("<p><br></p>", ""),
    ("a < b", "<p>a &lt; b</p>"),
    ("<p>Ķekava\n <br></p><p>&nbsp;</p>", "<p>Ķekava</p>"),
    ("<b>a</b><i>b</i><u>c</u>", "<p><strong>a</strong><em>b</em>c</p>"),
    ("<strong>a</strong><strong>b</strong>", "<p><strong>ab</strong></p>"),
    ('<b style="font-weight:normal"><p>Docs</p></b>', "<p>Docs</p>"),
    ("<b><p>x</p><ul><li>y</li></ul></b>", "<p><strong>x</strong></p><ul><li>y</li></ul>"),
    ("<h1>A</h1><h5>B</h5><h2><b>C</b></h2>", "<h2>A</h2><h4>B</h4><h2>C</h2>"),
    ("<h2><div>T</div></h2>", "<h2>T</h2>"),
    ("a<br>b<br><br>c", "<p>a<br>b</p><p>c</p>"),
    ("<blockquote>q</blockquote>", "<blockquote><p>q</p></blockquote>"),
    ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"),
    ("<table><td>x<table><td>y</table></table>", "<p>x</p><table><tbody><tr><td>y</td></tr>"),
    ('<a href="javascript:alert(1)">x</a>', "<p>x</p>"),
    ('<a href="mailto:a@b.lv">x</a>', f'<p><a href="mailto:a@b.lv"{NOOPENER}>x</a></p>'),
    ('<img src="/picture/5/?x"><img src="//a.lv/picture/5/">', ""),
    (
        'a <img src="/picture/5/" alt="x" width="3"> b',
        '<p>a</p><figure><img src="/picture/5/" alt=""></figure><p>b</p>',
    ),
    (
        '<figure class="x"><img src="/picture/5/"><figcaption><p>K <b>k</b></p></figcaption>',
        '<figure><img src="/picture/5/" alt=""><figcaption>K <strong>k</strong></figcaption>',
    ),
]

ATTACKS = [
    "<script>skx()</script>",
    "<scr<script>ipt>skx()</scr</script>ipt>",
    "<img src=x onerror=skx()>",
    "<img src='/picture/5/' onerror=skx()>",
    "<img src='/picture/5/\" onerror=skx()'>",
    "<svg onload=skx()>",
    "<svg><style><img src=x onerror=skx()></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img onerror=1&gt;'>",
    "<svg></p><style><a id='</style><img src=x onerror=skx()>'>",
    "<noscript><p title='</noscript><img src=x onerror=skx()>'></noscript>",
    "<a href='java&#9;script:skx()'>x</a>",
    "<a href='\x01javascript:skx()'>x</a>",
    "<a href='java\x01script:skx()'>x</a>",
    "<a href='java&#x1;script&#x8;:skx()'>x&#11;</a>",
    "<a href='data:text/html,<script>skx()</script>'>x</a>",
    "<a href='https://youtu.be/dQw4w9WgXcQ' onclick=skx() target=_blank>x</a>",
    '<p><a href="https://youtu.be/dQw4w9WgXcQ">&lt;img src=x onerror=skx()&gt;"\'</a></p>',
    "<p><a href='https://youtu.be/dQw4w9WgXcQ?&quot; onload=skx()'>x</a></p>",
    "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ'></iframe>",
    "<figure class='video' data-player='https://evil.example/'><a href=/>x</a></figure>",
    "<p style='background:url(//evil.example/)'>x</p>",
    "<form action=//evil.example/><input name=password></form>",
    "<table background=javascript:skx()><tr><td onclick=skx()>x</table>",
    "<blockquote cite='javascript:skx()'>x</blockquote>",
    "<a href='/page/auth.user/1/\"onclick=skx()'>x</a>",
    "<meta http-equiv=refresh content='0;url=javascript:skx()'>",
    "<base href=//evil.example/><plaintext>x",
    "<!-- --!><img src=x onerror=skx()> -->",
    "<o:p onclick=skx()>x</o:p><template><script>skx()</script></template>",
]
SHOWN = {
    *(TAGS | {"div", "picture", "source", "span", "b", "small", "svg", "use"}),
}
SHOWN_ATTRIBUTES = {
    *("class", "role", "tabindex", "aria-label", "aria-hidden", "focusable", "data-player"),
    *("rel", "srcset", "sizes", "width", "height", "loading", "type"),
    *(name for names in ATTRIBUTES.values() for name in names),
}


class Judge(HTMLParser):
    """Collects what a text must not have."""

    def __init__(self, html, tags, attributes):
        super().__init__()
        self.tags, self.names, self.found = tags, attributes, []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in self.tags:
            self.found.append(tag)
        for name, value in attrs:
            if name not in self.names:
                self.found.append(name)
            if name in ("href", "src") and ":" in (value or "").split("/")[0]:
                scheme = value.split(":")[0]
                self.found += [] if scheme in ("http", "https", "mailto", "tel") else [value]
            if name == "data-player" and not value.startswith("https://www.youtube-nocookie.com/"):
                self.found.append(value)

    def handle_comment(self, data):
        self.found.append(data)


@pytest.mark.parametrize(("html", "expected"), CLEANED)
def test_clean_puts_text_in_order(html, expected):
    cleaned = clean(html)

    assert cleaned.startswith(expected) if expected else cleaned == ""
    assert clean(cleaned) == cleaned


@pytest.mark.django_db
def test_clean_translates_word():
    assert clean(WORD) == (
        "<h2>Viedie ciemi</h2><h2>Mērķi</h2>"
        "<p><strong>Treknais</strong> un <em>slīpais</em> teksts, 20&nbsp;000 eiro Rīgā</p>"
        "<ul><li><p>pirmais</p><ul><li>apakšā</li></ul></li><li>otrais</li></ul>"
        "<ol><li>numurēts</li></ol>"
        "<table><tbody><tr><td><p><strong>Gads</strong></p></td><td><p>Summa</p></td></tr>"
        "<tr><td><p>2020</p></td><td></td></tr></tbody></table><p>[1]</p>"
    )


def test_clean_translates_an_old_site():
    assert clean(OLD_SITE) == (
        "<p><strong>Projekts</strong></p><p>Pirmā rinda<br>otrā rinda</p><p>Jauna</p><p>vidū</p>"
        "<p>Parasts <em>slīps</em></p><ul><li>viens</li><li>divi</li></ul>"
        f'<p><a href="https://www.elflas.lv"{NOOPENER}>Kaste</a></p>'
        f'<p><a href="mailto:info@example.lv"{NOOPENER}>raksti</a> vecs</p><h2>A</h2>'
    )


@pytest.mark.django_db
@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_come_out_inert(attack):
    cleaned = clean(attack)
    allowed = {name for names in ATTRIBUTES.values() for name in names} | {"rel"}

    assert CONTROL.search(cleaned + show(attack)) is None
    assert Judge(cleaned, TAGS, allowed).found == []
    assert Judge(show(attack), SHOWN, SHOWN_ATTRIBUTES).found == []
    assert clean(cleaned) == cleaned


def test_foreign_pictures_do_not_pass_the_last_step_either():
    foreign = '<img src="https://evil.example/x.png" alt="a"><img src="/picture/5/x"><img alt="b">'

    assert sanitised(foreign) == ""
    assert sanitised('<img src="/picture/5/" alt="a">') == '<img src="/picture/5/" alt="">'


def test_clean_of_clean_changes_nothing():
    chance = random.Random(2026)
    tags = (*TAGS, "div", "span", "font", "b", "i", "h1", "h6", "dl", "dd", "center", "o:p", "svg")
    attributes = (
        *("", "", " style='font-weight:bold'", " style='mso-list:l0 level2'", " class=MsoQuote"),
        *(" style='mso-list:Ignore'", " href='https://a.lv'", " src='/picture/3/'", " width=1"),
    )
    words = ("a", " ", "&nbsp;", "\n", "• ", "b c", "1. ", "<!--x-->", "&lt;", "ā", "\u200b")
    for _case in range(400):
        pieces = []
        for _piece in range(chance.randrange(1, 40)):
            tag = chance.choice(tags)
            start = f"<{tag}{chance.choice(attributes)}>"
            pieces.append(chance.choice((start, f"</{tag}>", chance.choice(words))))
        cleaned = clean("".join(pieces))
        assert clean(cleaned) == cleaned, "".join(pieces)


def test_clean_bears_deep_nesting():
    assert clean("<div>" * 20_000 + "x") == "<p>x</p>"
    assert clean("<em><blockquote>" * 3_000 + "x").count("x") == 1


VIDEOS = [
    ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=x", "youtube", "dQw4w9WgXcQ"),
    ("https://m.youtube.com/watch?feature=y&v=dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"),
    ("http://youtu.be/dQw4w9WgXcQ?si=abc&t=1m30s", "youtube", "dQw4w9WgXcQ?start=90"),
    ("https://www.youtube.com/shorts/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"),
    ("https://www.youtube.com/live/dQw4w9WgXcQ?t=30", "youtube", "dQw4w9WgXcQ?start=30"),
    ("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"),
    ("https://vimeo.com/123456789", "vimeo", "123456789"),
    ("https://vimeo.com/123456789/0a1b2c3d4e", "vimeo", "123456789?h=0a1b2c3d4e"),
    ("https://player.vimeo.com/video/123456789?h=0a1b2c3d4e", "vimeo", "123456789?h=0a1b2c3d4e"),
    ("https://vimeo.com/channels/staffpicks/123456789", "vimeo", "123456789"),
    ("https://www.youtube.com/@partneriba", "", ""),
    ("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ", "", ""),
    ("https://user@youtube.com@evil.example/watch?v=dQw4w9WgXcQ", "", ""),
    ("javascript://youtube.com/watch?v=dQw4w9WgXcQ", "", ""),
    ("https://[youtube.com/watch?v=dQw4w9WgXcQ", "", ""),
]
PLAYERS = {
    "youtube": "https://www.youtube-nocookie.com/embed/",
    "vimeo": "https://player.vimeo.com/video/",
}


@pytest.mark.parametrize(("address", "host", "rest"), VIDEOS)
def test_video_is_known_in_every_form_of_its_address(address, host, rest):
    video = video_at(address)

    assert (video.player if video else "") == (PLAYERS[host] + rest if host else "")


def test_video_alone_in_a_paragraph_waits_for_a_click():
    link = '<a href="https://youtu.be/dQw4w9WgXcQ">Filma par ciemiem</a>'

    shown = show(f"<p>{link}</p><p>Skat. {link}.</p>")

    assert shown.count("<figure") == 1
    assert 'data-player="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"' in shown
    assert "<b>Filma par ciemiem</b>" in shown
    assert "youtube.com)" in shown
    assert "<iframe" not in shown
    assert "<p>Skat. <a" in shown


def test_table_is_in_a_box_that_scrolls():
    shown = show("<table><caption>Budžets</caption><tbody><tr><td>x</td></tr></tbody></table>")

    assert shown.startswith(
        '<div class="table" role="region" tabindex="0" aria-label="Budžets"><table>'
    )


def test_text_for_mail_has_whole_addresses():
    text = resolve('<p><a href="/lv/kontakti/">x</a></p><table></table>', base="https://a.lv")

    assert text == '<p><a href="https://a.lv/lv/kontakti/">x</a></p><table></table>'


def test_only_safe_pieces_are_put_together():
    piece = format_html("<b>{}</b>", "<")

    assert format_html("{}", together([piece, piece])) == "<b>&lt;</b><b>&lt;</b>"
    with pytest.raises(TypeError):
        together([piece, "<i>"])
