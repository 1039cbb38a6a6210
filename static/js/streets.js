// The street map of a list: after a click, Leaflet shows the circles of the drawing where they lie,
// with the same names, numbers and links. Before the click nothing of it is loaded from anywhere.

const one = (selector, root = document) => root.querySelector(selector)
const ROOM = [30, 30], CLOSEST = 12
const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches
let streets = null, isShown = false, isMoved = false

const styled = href => new Promise((resolve, reject) => {
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve, onerror: reject }))
})

const tell = hasFailed => {
  const state = one("#street-map-state")
  if (!state) return
  state.dataset.usual ??= state.textContent
  const words = hasFailed ? state.dataset.failed : state.dataset.usual
  if (state.textContent !== words) state.textContent = words
}

// A circle can be dragged with the map under it; letting go must not follow its link.
function dragWithoutFollowing(map, box) {
  let isDragged = false
  map.on("dragstart", () => { isDragged = true })
  map.on("dragend", () => setTimeout(() => { isDragged = false }))
  box.addEventListener("click", event => {
    if (!isDragged) return
    event.preventDefault()
    event.stopPropagation()
  }, true)
}

async function make({ dataset }) {
  await Promise.all([import(dataset.leaflet), ...dataset.styles.split(" ").map(styled)])
  const box = Object.assign(document.createElement("div"), { className: "street-map" })
  box.setAttribute("role", "group")
  box.setAttribute("aria-label", dataset.label)
  const map = L.map(box, { zoomControl: false, scrollWheelZoom: false, zoomAnimation: !isStill, fadeAnimation: !isStill, inertia: !isStill })
  map.attributionControl.setPrefix(false)
  L.control.zoom({ zoomInTitle: dataset.zoomIn, zoomOutTitle: dataset.zoomOut }).addTo(map)
  let hasCome = false
  L.tileLayer(dataset.tiles, { attribution: dataset.attribution, maxZoom: Number(dataset.maxZoom), referrerPolicy: "strict-origin" })
    .on("tileload", () => { hasCome = true; tell(false) })
    .on("tileerror", () => { if (!hasCome) tell(true) })
    .addTo(map)
  dragWithoutFollowing(map, box)
  map.on("zoomend", () => spread(streets))
  map.on("movestart", () => { isMoved = true })
  map.on("resize", () => { if (!isMoved) fit(streets) })
  return { map, box, circles: L.layerGroup().addTo(map), bounds: null }
}

function fit({ map, bounds }) {
  map.fitBounds(bounds, { padding: ROOM, maxZoom: CLOSEST, animate: false })
  isMoved = false
}

function circle(pin) {
  const size = Math.round(2 * one("circle", pin).r.baseVal.value)
  const title = one("title", pin).textContent
  const link = Object.assign(document.createElement("a"), { href: pin.getAttribute("href"), title, textContent: one("text", pin).textContent })
  link.setAttribute("aria-label", title)
  const icon = L.divIcon({ html: link, className: "street-pin", iconSize: [size, size] })
  const spot = L.latLng(pin.dataset.at.split(","))
  const marker = L.marker(spot, { icon, spot, size, keyboard: false, interactive: false })
  link.addEventListener("focus", () => {
    if (link.matches(":focus-visible")) streets.map.panInside(marker.getLatLng(), { padding: [size, size], animate: !isStill })
  })
  return marker
}

// Circles that would cover each other part, as on the drawing; seen from close they lie where they are.
function spread({ map, circles }, rounds = 60) {
  const pins = circles.getLayers().map(marker => ({ marker, size: marker.options.size, at: map.project(marker.options.spot) }))
  let isMoving = true
  for (let round = 0; isMoving && round < rounds; round += 1) {
    isMoving = false
    for (let i = 0; i < pins.length; i += 1) for (let j = i + 1; j < pins.length; j += 1) {
      const first = pins[i], second = pins[j]
      const distance = first.at.distanceTo(second.at), overlap = (first.size + second.size) / 2 + 1 - distance
      if (overlap <= .01) continue
      const push = distance ? second.at.subtract(first.at).multiplyBy(overlap / 2 / distance) : L.point(overlap / 2, 0)
      first.at = first.at.subtract(push)
      second.at = second.at.add(push)
      isMoving = true
    }
  }
  for (const { marker, at } of pins) marker.setLatLng(map.unproject(at))
}

// What the drawing shows now; where the visitor has moved to is kept while there is a circle in it.
function place({ map, box, circles }, drawn) {
  const markers = [...drawn.querySelectorAll(".pin")].map(circle)
  const bounds = streets.bounds = L.latLngBounds(markers.map(marker => marker.options.spot))
  circles.clearLayers()
  drawn.after(box)
  map.invalidateSize({ animate: false })
  if (!isMoved || !map.getBounds().intersects(bounds)) fit(streets)
  for (const marker of markers) circles.addLayer(marker)
  spread(streets)
}

function dress() {
  const button = one("#street-map"), drawn = one(".list-map .map-roll")
  if (!button) return
  const words = one("span", button), now = words.textContent
  words.textContent = button.dataset.other
  button.dataset.other = now
  drawn.classList.toggle("screened", isShown)
  if (isShown) place(streets, drawn)
  else streets.box.remove()
}

async function change(button) {
  if (button.ariaBusy) return
  button.ariaBusy = "true"
  try {
    streets ??= await make(button)
  } catch {
    return tell(true)
  } finally {
    button.ariaBusy = null
  }
  isShown = !isShown
  dress()
  if (isShown) streets.box.focus({ preventScroll: true })
}

document.addEventListener("click", event => {
  const button = event.target.closest("#street-map")
  if (button) change(button)
})
document.addEventListener("swapped", () => { if (isShown) dress() })
