/* Pictures: the focal point by click and arrow keys; what decoration does not need is not required. */
(() => {
  const LAST = 100, STEP = 10;
  const KEYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
  const kept = (value) => Math.min(LAST, Math.max(0, Math.round(value / STEP) * STEP));

  function pickFocus(picker) {
    const area = picker.querySelector(".focus-picture");
    const fields = ["x", "y"].map((axis) => document.getElementById(`id_${picker.dataset[axis]}`));
    if (!fields.every(Boolean)) return;

    const show = () => fields.forEach((field, number) => {
      picker.style.setProperty(number ? "--fy" : "--fx", `${kept(Number(field.value))}%`);
    });
    const move = (values) => {
      fields.forEach((field, number) => {
        field.value = kept(values[number]);
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
      show();
    };

    area.disabled = false;
    area.addEventListener("click", (event) => {
      if (event.detail === 0) return; // Enter and Space: the arrow keys move the point
      const box = area.getBoundingClientRect();
      move([(event.clientX - box.left) / box.width * LAST, (event.clientY - box.top) / box.height * LAST]);
    });
    area.addEventListener("keydown", (event) => {
      const step = KEYS[event.key];
      if (!step) return;
      event.preventDefault();
      move(fields.map((field, number) => Number(field.value) + step[number]));
    });
    fields.forEach((field) => field.addEventListener("input", show));
    show();
  }

  /* The browser itself asks for the description, before a large file is sent in vain. */
  function requireWords(box) {
    const form = box.form;
    const name = box.name.replace("is_decorative", "");
    const words = ["alt_lv", "alt_en"].map((each) => form.elements[name + each]).filter(Boolean);
    const update = () => words.forEach((field) => (field.required = !box.checked));
    box.addEventListener("change", update);
    update();
  }

  document.querySelectorAll(".focus-picker").forEach(pickFocus);
  document.querySelectorAll("[name$=is_decorative]").forEach(requireWords);
})();
