// Fields drawn with the browser's own controls, which phones and screen readers know, instead of the viewer's.
import {
  Checklist, Datetime, Description, Errors, FormContext, Label, Numberfield, Radio, Select, Taglist,
  runExpressionEvaluation,
} from "@bpmn-io/form-js-viewer";
import { h } from "preact";
import { useContext, useRef, useState } from "preact/hooks";
import { text } from "../texts.js";
import { isoDate, longDate, plainNumber, separated, shortDate } from "./input.js";

const language = document.documentElement.lang;
const MANY = 15;

function NumberInput(props) {
  const { field, value } = props;
  return TypedInput(props, {
    inputMode: field.decimalDigits === 0 ? "numeric" : "decimal",
    class: "fjs-input num",
    show: (stored) => {
      const plain = plainNumber(String(stored));
      return plain === null ? String(stored) : separated(plain);
    },
    read: (typed) => {
      const plain = plainNumber(typed);
      if (plain === null || field.serializeToString) {
        return plain ?? typed;
      }
      return Number(plain);
    },
    value,
  });
}
NumberInput.config = { ...Numberfield.config, sanitizeValue: ({ value }) => value };

function DateInput(props) {
  if (props.field.subtype && props.field.subtype !== "date") {
    return h(Datetime, props);
  }
  const iso = props.value ? isoDate(String(props.value)) : null;
  return TypedInput({ ...props, label: props.field.dateLabel || props.field.label }, {
    class: "fjs-input short",
    placeholder: text("dateExample"),
    show: (stored) => {
      const day = isoDate(String(stored));
      return day ? shortDate(day, language) : String(stored);
    },
    read: (typed) => isoDate(typed) ?? typed,
    value: props.value,
    echo: iso && longDate(iso, language),
  });
}
DateInput.config = { ...Datetime.config, sanitizeValue: ({ value }) => value };

/** What was typed stays as it was typed until the field is left; then it shows as it was understood. */
function TypedInput({ field, label, disabled, readonly, errors = [], domId, onBlur, onFocus, onChange, value }, kind) {
  const [typed, setTyped] = useState(null);
  const shown = typed ?? (value === null || value === undefined || value === "" ? "" : kind.show(value));
  const input = h("input", {
    id: domId,
    class: kind.class,
    type: "text",
    autoComplete: "off",
    inputMode: kind.inputMode,
    placeholder: kind.placeholder,
    value: shown,
    disabled,
    readOnly: readonly,
    ...described(field, domId, errors),
    onInput: ({ target }) => {
      setTyped(target.value);
      onChange({ value: target.value.trim() === "" ? null : kind.read(target.value) });
    },
    onFocus,
    onBlur: () => {
      setTyped(null);
      onBlur?.();
    },
  });
  return frame({ field, label: label ?? field.label, domId, errors, htmlFor: domId },
    adorned(field, kind.echo === undefined ? input : h("div", { class: "with-echo" }, input,
      typed !== null && kind.echo && h("span", { class: "echo", role: "status" }, kind.echo))));
}

function SelectInput(props) {
  const { field, disabled, readonly, errors = [], domId, onBlur, onFocus, onChange, value } = props;
  const options = useOptions(field);
  return frame({ field, label: field.label, domId, errors, htmlFor: domId },
    h("select", {
      id: domId,
      class: "fjs-select",
      disabled: disabled || readonly,
      ...described(field, domId, errors),
      onChange: ({ target }) =>
        onChange({ value: target.value === "" ? null : options[target.selectedIndex - 1].value }),
      onFocus,
      onBlur,
    },
    h("option", { value: "" }, text("choose")),
    options.map((option) => {
      const selected = option.value === value;
      return h("option", { key: option.value, value: String(option.value), selected }, option.label);
    })));
}
SelectInput.config = Select.config;

function RadioInput(props) {
  return choices(props, "radio", (value, option) => value === option, (option) => option);
}
RadioInput.config = Radio.config;

function ChecklistInput(props) {
  const isChosen = (values, option) => (values ?? []).includes(option);
  return choices(props, "checkbox", isChosen, (option, checked, values = []) =>
    checked ? [...values, option] : values.filter((other) => other !== option));
}
ChecklistInput.config = Checklist.config;

function TaglistInput(props) {
  return ChecklistInput(props);
}
TaglistInput.config = Taglist.config;

function choices(props, type, isChosen, next) {
  const { field, disabled, readonly, errors = [], domId, onBlur, onFocus, onChange, value } = props;
  const options = useOptions(field);
  const group = useRef();
  const [wanted, setWanted] = useState("");
  const words = wanted.trim().toLowerCase();
  const leave = (event) => group.current.contains(event.relatedTarget) || onBlur?.();
  const required = field.validate?.required;
  return h("fieldset", {
    ref: group,
    class: `${frameClass(field, errors)} choice-cards`,
    "aria-describedby": describedBy(field, domId, errors),
  },
  h("legend", { class: "fjs-form-field-label" }, h(Words, { of: field.label }),
    required && h("span", { class: "fjs-asterix", "aria-hidden": true }, "*")),
  h(Description, { id: `${domId}-description`, description: field.description }),
  options.length > MANY && h("input", {
    type: "search",
    class: "fjs-input short",
    "aria-label": text("find"),
    placeholder: text("find"),
    value: wanted,
    onInput: ({ target }) => setWanted(target.value),
  }),
  h("div", { class: "choices" }, options.map((option, index) =>
    h("label", {
      key: option.value,
      class: isChosen(value, option.value) ? "chosen" : undefined,
      hidden: words !== "" && !option.label.toLowerCase().includes(words),
    },
      h("input", {
        type,
        id: `${domId}-${index}`,
        name: domId,
        checked: isChosen(value, option.value),
        disabled: disabled || readonly,
        onChange: ({ target }) => onChange({ value: next(option.value, target.checked, value ?? undefined) }),
        onFocus,
        onBlur: leave,
        required: type === "radio" && required,
        "aria-invalid": errors.length > 0 || undefined,
      }),
      h("span", null, option.label)))),
  h(Errors, { id: `${domId}-error-message`, errors }));
}

/** The options of a field: its own, those the server sent with the data, or those of an expression. */
function useOptions(field) {
  const { getService } = useContext(FormContext);
  const { data, initialData } = getService("form")._getState();
  if (field.valuesKey) {
    return initialData?.[field.valuesKey] ?? [];
  }
  if (field.valuesExpression) {
    const context = { data, this: data, parent: null, i: [] };
    const values = runExpressionEvaluation(getService("expressionLanguage"), field.valuesExpression, context);
    return (values ?? []).map((value) => (typeof value === "object" ? value : { value, label: String(value) }));
  }
  return field.values ?? [];
}

function frame({ field, label, domId, errors, htmlFor }, control) {
  return h("div", { class: frameClass(field, errors) },
    h(Label, { htmlFor, label, required: field.validate?.required }),
    h(Description, { id: `${domId}-description`, description: field.description }),
    control,
    h(Errors, { id: `${domId}-error-message`, errors }));
}

function frameClass(field, errors) {
  return `fjs-form-field fjs-form-field-${field.type}${errors.length ? " fjs-has-errors" : ""}`;
}

function adorned(field, control) {
  const { prefixAdorner, suffixAdorner } = field.appearance ?? {};
  if (!prefixAdorner && !suffixAdorner) {
    return control;
  }
  return h("div", { class: "adorned" }, prefixAdorner && h("span", null, h(Words, { of: prefixAdorner })), control,
    suffixAdorner && h("span", null, h(Words, { of: suffixAdorner })));
}

/** Words of a form may be templates; the viewer's own label knows how to fill them in, but is always a label. */
function Words({ of: template }) {
  const { getService } = useContext(FormContext);
  const templating = getService("templating");
  return templating.isTemplate(template)
    ? templating.evaluate(template, getService("form")._getState().data)
    : template;
}

function described(field, domId, errors) {
  return {
    required: field.validate?.required || undefined,
    "aria-describedby": describedBy(field, domId, errors),
    "aria-invalid": errors.length > 0 || undefined,
  };
}

function describedBy(field, domId, errors) {
  return [field.description && `${domId}-description`, errors.length && `${domId}-error-message`]
    .filter(Boolean).join(" ") || undefined;
}

class NativeFields {
  static $inject = ["formFields"];

  constructor(formFields) {
    for (const field of [NumberInput, DateInput, SelectInput, RadioInput, ChecklistInput, TaglistInput]) {
      formFields.register(field.config.type, field);
    }
  }
}

export const NativeFieldsModule = { __init__: ["nativeFields"], nativeFields: ["type", NativeFields] };
