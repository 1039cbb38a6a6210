"""A work of the library in a real browser: a film of our own plays, with its captions."""

TOUR = "/lv/biblioteka/svetes-pils-atjaunosana/"
PLAY = """async video => {
  const happened = name => new Promise((done, failed) => {
    video.addEventListener(name, done, { once: true })
    setTimeout(() => failed(new Error(name)), 15000)
  })
  video.muted = true
  const playing = happened("playing")
  await video.play()
  await playing
  video.pause()
  const moved = happened("seeked")
  video.currentTime = 6
  await moved
  return [video.textTracks[0].mode, Math.round(video.duration)]
}"""
SAID = "document.querySelector('video').textTracks[0].activeCues?.[0]?.text === {!r}"


def test_film_of_our_own_plays_and_can_be_read(page_for):
    page = page_for(TOUR)

    assert page.locator("video").evaluate(PLAY) == ["showing", 15]
    page.wait_for_function(SAID.format("Pili atjauno biedrība „Novada mantojums”."))


def test_work_is_taken_without_javascript(page_for):
    page = page_for(TOUR, java_script_enabled=False)

    with page.expect_download() as taken:
        page.get_by_role("link", name="Lejupielādēt latviešu valodā").click()

    assert taken.value.suggested_filename == "svetes-pils-atjaunosana-lv.webm"
