// Suggestions while typing, for each field with data-suggestions: the combobox with a listbox of
// WAI-ARIA. Without this file the field is sent as a form and answered by the search page.

const PAUSE = 150, SHORTEST = 2
const make = (tag, properties, attributes = {}) => {
  const made = Object.assign(document.createElement(tag), properties)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

function combobox(field) {
  const box = field.parentElement
  const list = make("div", { id: `${field.id}-list`, className: "suggestions", hidden: true }, { role: "listbox", "aria-label": field.dataset.label })
  const voice = make("p", { className: "vh" }, { role: "status" })
  let waiting = 0, latest = null, active = -1, known = ""

  const options = () => [...list.children]
  const isOpen = () => !list.hidden

  const choose = number => {
    active = number
    options().forEach((each, place) => each.setAttribute("aria-selected", String(place === active)))
    const option = options()[active]
    if (option) field.setAttribute("aria-activedescendant", option.id)
    else field.removeAttribute("aria-activedescendant")
    option?.scrollIntoView({ block: "nearest" })
  }
  const close = () => {
    clearTimeout(waiting)
    latest?.abort()
    choose(-1)
    list.hidden = true
    field.setAttribute("aria-expanded", "false")
  }
  const open = () => {
    if (!list.children.length) return
    list.hidden = false
    field.setAttribute("aria-expanded", "true")
  }

  const option = ({ title, language, kind, address }, number) => {
    const name = make("span", { className: "name", lang: language || document.documentElement.lang })
    for (const [piece, isMarked] of title) name.append(isMarked ? make("mark", { textContent: piece }) : piece)
    const made = make("a", { id: `${list.id}-${number}`, href: address, tabIndex: -1 }, { role: "option", "aria-selected": "false" })
    made.append(name, " ", make("span", { className: "kind", textContent: kind }))
    return made
  }

  async function ask() {
    const words = field.value.trim()
    known = words
    latest?.abort()
    if (words.length < SHORTEST) return close()
    const mine = latest = new AbortController()
    try {
      const answer = await fetch(`${field.dataset.suggestions}?${new URLSearchParams({ q: words })}`, { signal: mine.signal })
      if (!answer.ok) throw new Error(answer.status)
      const found = await answer.json()
      if (mine.signal.aborted) return
      list.replaceChildren(...found.options.map(option))
      choose(-1)
      if (found.options.length && document.activeElement === field) open()
      else close()
      voice.textContent = found.told
    } catch (error) {
      if (error.name !== "AbortError") close()
    }
  }

  const step = by => {
    const number = options().length
    if (!isOpen()) return open(), isOpen() && choose(by > 0 ? 0 : number - 1)
    const next = active + by
    choose(next < -1 ? number - 1 : next >= number ? -1 : next)
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting)
    if (field.value.trim() === known) return
    choose(-1)
    waiting = setTimeout(ask, PAUSE)
  })
  field.addEventListener("keydown", event => {
    if (event.isComposing) return
    const chosen = options()[active]
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.key === "ArrowDown" ? 1 : -1)
    else if (event.key === "Enter" && isOpen() && chosen) chosen.click()
    else if (event.key === "Escape" && isOpen()) close()
    else {
      if (event.key === "Enter") close()
      else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) choose(-1)
      return
    }
    event.preventDefault()
  })
  list.addEventListener("mousedown", event => event.preventDefault())
  field.addEventListener("blur", close)
  field.addEventListener("focus", () => { if (field.value.trim() === known) return; known = field.value.trim() })

  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(name, value)
  box.append(list)
  box.after(voice)
}

document.querySelectorAll("input[data-suggestions]").forEach(combobox)
