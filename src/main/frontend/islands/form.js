import { Form } from "@bpmn-io/form-js-viewer";
import { call } from "./http.js";
import { text } from "./texts.js";
import { NativeFieldsModule } from "./form/fields.js";
import { Keeper } from "./form/keeper.js";
import { LocalizedValidator } from "./form/validator.js";

/**
 * A Camunda Form on our own page: <div data-island="form" data-schema-url data-submit-url [data-draft-url] data-owner>.
 *
 * GET schema-url answers {schema, data, draftSavedAt}; POST draft-url takes what was typed and answers {savedAt}; POST
 * submit-url takes it and answers 200 {next}, or problem details: 422 with problems [{field, message, rule}], 409 with
 * the detail who was faster.
 */
export async function mount(island) {
  const { schemaUrl, draftUrl, submitUrl, owner } = island.dataset;
  const loaded = await call(schemaUrl);
  if (loaded.status !== 200) {
    island.replaceChildren(note("bad", failureText(loaded)));
    return;
  }
  const { schema, data = {}, draftSavedAt } = loaded.body;
  const parts = frame(island);
  const form = new Form({
    container: parts.place,
    additionalModules: [NativeFieldsModule, { validator: ["type", LocalizedValidator] }],
    properties: { ariaLabel: island.dataset.label },
  });
  const keeper = new Keeper({
    url: draftUrl,
    place: `thun.draft.${owner}.${submitUrl}`,
    data: () => typed(form, keys(schema)),
    show: (state) => parts.show(state),
  });
  const rescued = keeper.rescue();
  await form.importSchema(schema, { ...data, ...rescued?.data });
  if (rescued) {
    parts.place.before(note("warn", text("rescued")));
  }
  keeper.begin({ savedAt: draftSavedAt, rescued });
  form.on("changed", () => keeper.changed());
  parts.place.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    submit();
  }, true);
  // Leaving a corrected field takes its message away and moves the button up, from under the finger that presses it.
  parts.button.addEventListener("mousedown", (event) => event.preventDefault());
  parts.button.addEventListener("click", submit);

  async function submit() {
    if (parts.button.disabled) {
      return;
    }
    // Text fields hand over what was typed with a short delay, or when they are left.
    document.activeElement?.blur();
    const { data: values, errors } = form.submit();
    if (Object.keys(errors).length) {
      parts.summary.show(localProblems(form, errors), (problem) => problem.target);
      return;
    }
    parts.busy(true);
    keeper.rescueNow();
    const answer = await call(submitUrl, { method: "POST", body: values });
    if (answer.status === 200 || answer.status === 201) {
      keeper.forget();
      location.assign(answer.body?.next ?? "/");
      return;
    }
    parts.busy(false);
    if (answer.body?.problems) {
      const problems = answer.body.problems.map((problem) => ({ ...problem, target: mark(form, problem) }));
      parts.summary.show(problems, (problem) => problem.target);
    } else {
      parts.summary.show([{ message: failureText(answer), link: answer.status === 401 ? signIn() : null }], () => null);
    }
  }
}

/** The part of the form's data that people can type: what the server sent for lists of choices stays out. */
function typed(form, names) {
  const { data } = form._getState();
  return Object.fromEntries(Object.entries(data).filter(([name]) => names.has(name)));
}

function keys(component, names = new Set()) {
  const name = component.key ?? component.path;
  if (name) {
    names.add(name.split(".")[0]);
  } else {
    component.components?.forEach((inner) => keys(inner, names));
  }
  return names;
}

/** What the viewer found itself, with the place of each field. */
function localProblems(form, errors) {
  return instances(form)
    .map((instance) => ({ instance, messages: at(errors, [instance.id, ...Object.values(instance.indexes ?? {})]) }))
    .filter(({ messages }) => Array.isArray(messages) && messages.length)
    .flatMap(({ instance, messages }) => messages.map((message) => ({
      message: `${labelOf(form, instance)}: ${message}`,
      target: domId(form, instance),
    })));
}

/** Puts a problem of the server at its field, where it stays until the field is changed; answers the field's place. */
function mark(form, problem) {
  const instance = problem.field && instances(form).find(({ valuePath }) => pathOf(valuePath) === problem.field);
  if (!instance) {
    return null;
  }
  const errors = structuredClone(form._getState().errors);
  put(errors, [instance.id, ...Object.values(instance.indexes ?? {})], [problem.message]);
  form._setState({ errors });
  return domId(form, instance);
}

/** The fields on the screen, from top to bottom. */
function instances(form) {
  const order = (instance) => element(domId(form, instance));
  return form.get("formFieldInstanceRegistry").getAllKeyed().sort((one, other) => {
    const [first, second] = [order(one), order(other)];
    return first && second && first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
  });
}

function domId(form, instance) {
  return [`fjs-form-${form._id}-${instance.id}`, ...Object.values(instance.indexes ?? {})].join("_");
}

/** The control of a field; of a group of choices, the first one. */
function element(id) {
  return id && (document.getElementById(id) ?? document.getElementById(`${id}-0`));
}

function labelOf(form, instance) {
  const field = form.get("formFieldRegistry").get(instance.id);
  const label = field.label ?? field.dateLabel ?? field.key;
  const row = Object.values(instance.indexes ?? {});
  return row.length ? `${label} (${text("row", row.map((index) => index + 1).join("."))})` : label;
}

/** ["lines", 2, "amount"] as the server writes it: lines[2].amount. */
function pathOf(valuePath) {
  return valuePath.map((step, index) => (typeof step === "number" ? `[${step}]` : index ? `.${step}` : step)).join("");
}

function at(tree, path) {
  return path.reduce((inner, step) => inner?.[step], tree);
}

function put(tree, path, value) {
  const last = path.at(-1);
  path.slice(0, -1).reduce((inner, step) => (inner[step] ??= {}), tree)[last] = value;
}

function failureText(answer) {
  if (answer.status === 0) {
    return text("offline");
  }
  if (answer.status === 401) {
    return text("signedOut");
  }
  if (answer.status === 404) {
    return text("gone");
  }
  return answer.body?.detail ?? text("failed");
}

function signIn() {
  return { href: "/signin?expired", label: text("signInAgain") };
}

/** What stands around the viewer: problems on top, the button and the state of the draft below. */
function frame(island) {
  const list = create("ul");
  const title = create("h2");
  const box = create("div", { class: "error-summary", tabindex: "-1", role: "alert", hidden: "" }, title, list);
  const place = create("div", { class: "thun-form" });
  const button = create("button", { type: "button", class: "btn btn-primary" }, island.dataset.submitLabel);
  const state = create("p", { class: "draft-state", role: "status" });
  island.replaceChildren(box, place, create("div", { class: "form-end" }, button, state));
  return {
    place,
    button,
    summary: {
      show(problems, targetOf) {
        title.textContent = text("correct", problems.length);
        list.replaceChildren(...problems.map((problem) => {
          const target = targetOf(problem);
          const item = create("li");
          if (target) {
            const link = create("a", { href: `#${target}` }, problem.message);
            link.addEventListener("click", (event) => {
              event.preventDefault();
              element(target)?.focus();
            });
            item.append(link);
          } else {
            item.append(problem.message);
          }
          if (problem.rule) {
            item.append(" ", create("span", { class: "rule-id" }, text("rule", problem.rule)));
          }
          if (problem.link) {
            item.append(" ", create("a", { href: problem.link.href, target: "_blank" }, problem.link.label));
          }
          return item;
        }));
        box.hidden = false;
        box.focus();
      },
    },
    busy(yes) {
      button.disabled = yes;
      button.setAttribute("aria-busy", yes);
      box.hidden = yes || box.hidden;
    },
    show({ kind, message, link }) {
      state.className = `draft-state ${kind ?? ""}`;
      state.replaceChildren(message ?? "");
      if (link) {
        state.append(" ", create("a", { href: link.href, target: "_blank" }, link.label));
      }
    },
  };
}

function note(kind, message) {
  return create("div", { class: `note note-${kind}`, role: "alert" }, message);
}

function create(tag, attributes = {}, ...children) {
  const created = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => created.setAttribute(name, value));
  created.append(...children.filter(Boolean));
  return created;
}
