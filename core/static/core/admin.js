/* Names and roles for what the stock admin leaves without them (WCAG 1.3.1, 4.1.2). */
(() => {
  const plain = (element) => element?.textContent.replace(/:\s*$/, "").trim() ?? "";

  /* On a phone a row of a table is a card, where every fact says which column it is of. */
  function labelFacts(root) {
    for (const cell of root.querySelectorAll("#result_list tbody > tr > *, .tabular tr.form-row > td")) {
      const head = cell.closest("table").tHead?.rows[0].cells[cell.cellIndex];
      if (head) cell.dataset.label = plain(head.querySelector(".text") ?? head);
    }
  }

  /* Fields of a table's rows are named by the head of their column. */
  function nameCells(root) {
    for (const cell of root.querySelectorAll(".tabular .form-row td")) {
      const head = cell.closest("table").tHead?.rows[0].cells[cell.cellIndex];
      for (const field of cell.querySelectorAll("input:not([type=hidden]), select, textarea")) {
        if (head && !field.labels?.length && !field.ariaLabel) {
          field.ariaLabel = `${plain(head)} ${cell.parentElement.rowIndex}`;
        }
      }
    }
    for (const head of root.querySelectorAll("th.original, .tabular thead th")) {
      if (!head.textContent.trim()) {
        const cell = document.createElement("td");
        cell.className = head.className;
        cell.colSpan = head.colSpan;
        head.replaceWith(cell);
      }
    }
    root.querySelectorAll(".help-tooltip[aria-label]").forEach((sign) => (sign.role = "img"));
  }

  /* A select with search is named by the label of the field that it stands for. */
  function nameSelects() {
    for (const box of document.querySelectorAll(".select2-container")) {
      const field = box.previousElementSibling;
      /* The sign that clears all stands in a list without being an item; the keyboard has Backspace. */
      box.querySelectorAll("ul > .select2-selection__clear").forEach((sign) => (sign.ariaHidden = "true"));
      const name = plain(field?.labels?.[0]) || field?.ariaLabel;
      if (!name) continue;
      const combobox = box.querySelector(".select2-selection[role=combobox]");
      const search = box.querySelector(".select2-search__field");
      if (search) search.ariaLabel = name;
      const shown = combobox.querySelector(".select2-selection__rendered[role=textbox]");
      if (!shown) continue;
      shown.removeAttribute("role");
      shown.removeAttribute("aria-readonly");
      combobox.removeAttribute("aria-labelledby");
      combobox.ariaLabel = `${name}: ${shown.textContent.replace("×", "").trim()}`;
    }
  }

  function nameAll(root = document) {
    labelFacts(root);
    nameCells(root);
    nameSelects();
  }

  addEventListener("load", () => {
    nameAll();
    setTimeout(nameAll, 300);
  });
  document.addEventListener("change", () => setTimeout(nameSelects));
  document.addEventListener("formset:added", (event) => {
    const group = event.target.closest(".inline-group");
    setTimeout(() => nameAll(group ?? document));
  });
})();
