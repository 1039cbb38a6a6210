"""What axe finds on a page, and whether the page is wider than its window."""

import itertools

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The dark look is the same page in other colours: what else axe asks is answered by the light one.
COLOURS = ["color-contrast", "link-in-text-block"]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
JUDGED = (1280, 390)
# What colours do on a desktop they do on a phone: pages take turns, also where two alternate.
DARK = itertools.cycle((*JUDGED, *reversed(JUDGED)))
SETTLED = """Promise.allSettled(
  document.getAnimations().filter(each => each instanceof CSSTransition).map(each => each.finished)
)"""
# A form's editors and selects are drawn after it has come, and named after that.
DRAWN = """() => {
  const all = kind => [...document.querySelectorAll(`${kind}:not([name*=__prefix__])`)]
  const nameless = "[role=textbox], ul > .select2-selection__clear:not([aria-hidden])"
  const isNamed = box => box?.matches(".select2-container") && !box.querySelector(nameless)
  const editors = all("textarea[data-django-prose-editor-configurable]")
  return editors.every(each => each.closest(".prose-editor"))
    && all("select.admin-autocomplete").every(each => isNamed(each.nextElementSibling))
}"""
# axe takes as long for colours as for all else. What they are judged by is read here much quicker:
# each element with text of its own, all that lies below it, and the text around it, in one number.
PRINTS = """() => {
  const add = (number, letter) => Math.imul(number, 31) + letter.charCodeAt() | 0
  const hash = (number, words) => [...words].reduce(add, number)
  const grounds = new Map([[null, 7]])
  const ground = (each, style) => {
    const below = grounds.get(each.parentElement) ?? 7, { position } = style
    const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter].join()
    const away = ["absolute", "fixed", "sticky"].includes(position) ? position + each.className : ""
    const known = "rgba(0, 0, 0, 0),none,1,none"
    return own === known && !away ? below : hash(below, own + away)
  }
  const says = each => each.matches("input, select, textarea")
    || [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const text = style => [style.color, style.fontSize, style.fontWeight, style.textDecorationLine,
    style.borderBottom, style.textShadow, style.visibility].join()
  window.elementsWithText = []
  const prints = []
  for (const each of document.querySelectorAll("body, body *")) {
    const style = getComputedStyle(each)
    grounds.set(each, ground(each, style))
    if (!says(each)) continue
    window.elementsWithText.push(each)
    const around = text(getComputedStyle(each.parentElement)) + each.parentElement.className
    const words = [each.tagName, each.className, each.disabled, text(style), around]
    prints.push(hash(grounds.get(each), words.join()))
  }
  return prints
}"""
FIND = """([options, places]) => {
  const where = places ? { include: places.map(each => window.elementsWithText[each]) } : document
  return axe.run(where, { ...options, resultTypes: ["violations"] }).then(all => all.violations)
}"""
seen = set()  # prints of elements whose colours axe has judged


def violations(page, rules, places=None):
    """One line for each element that breaks a rule."""
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in page.evaluate(FIND, [rules, places])
        for node in each["nodes"]
    ]


def wrong_colours(page):
    """What is wrong with the colours of elements that look like none judged before."""
    prints = page.evaluate(PRINTS)
    fresh = {each: place for place, each in enumerate(prints) if each not in seen}
    found = fresh and violations(page, {"runOnly": COLOURS}, sorted(fresh.values()))
    if not found:
        seen.update(fresh)  # what is wrong is wrong on each page
    return found or []


def wrong_with(page):
    """Whatever axe finds, besides in the dark, where only colours differ."""
    rules = {name: {"enabled": False} for name in COLOURS}
    return violations(page, {"runOnly": TAGS, "rules": rules})


def settle(page):
    if not page.evaluate("'axe' in window"):
        page.wait_for_function(DRAWN)
        page.evaluate(Axe().axe_script)
    page.evaluate(SETTLED)


def judge(page, widths=JUDGED, one_of_many=False):
    """{(width, look): what is wrong} of an open page, light and dark; it is left light.

    Of many pages that are alike each is judged light on one screen and dark on the other.
    """
    found, dark = {}, next(DARK)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        if (extra := page.evaluate(SIDEWAYS)) > 0:
            found[width, "sideways"] = extra
        if width in JUDGED and not (one_of_many and width == dark):
            settle(page)
            found[width, "light"] = wrong_with(page) + wrong_colours(page)
        if width == dark:
            page.emulate_media(color_scheme="dark")
            settle(page)
            found[width, "dark"] = wrong_colours(page)
            page.emulate_media(color_scheme="light")
    return {key: wrong for key, wrong in found.items() if wrong}
