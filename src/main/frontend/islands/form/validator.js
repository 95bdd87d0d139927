import { runExpressionEvaluation } from "@bpmn-io/form-js-viewer";
import { text } from "../texts.js";
import { isoDate, plainNumber } from "./input.js";

/**
 * The viewer's validation in the reader's language. It spares people a round trip; the server checks everything again.
 */
export class LocalizedValidator {
  static $inject = ["expressionLanguage", "formFieldRegistry"];

  constructor(expressionLanguage, formFieldRegistry) {
    this.expressions = expressionLanguage;
    this.fields = formFieldRegistry;
  }

  validateFieldInstance(instance, value) {
    const field = this.fields.get(instance.id);
    if (!field) {
      return [];
    }
    const limits = Object.fromEntries(Object.entries(field.validate ?? {}).map(([name, limit]) =>
      [name, runExpressionEvaluation(this.expressions, limit, instance.expressionContextInfo)]));
    const missing = value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length)
      || (field.type === "checkbox" && value === false);
    if (missing) {
      return limits.required ? [text("required")] : [];
    }
    if (field.type === "number") {
      return numberErrors(field, limits, value);
    }
    if (field.type === "datetime" && field.subtype === "date") {
      return isoDate(String(value)) ? [] : [text("notADate")];
    }
    return typeof value === "string" ? textErrors(limits, value.trim()) : [];
  }
}

function numberErrors(field, limits, value) {
  const plain = plainNumber(String(value));
  if (plain === null) {
    return [text("notANumber")];
  }
  const errors = [];
  const decimals = plain.split(".")[1]?.length ?? 0;
  if (field.decimalDigits >= 0 && decimals > field.decimalDigits) {
    errors.push(field.decimalDigits === 0 ? text("wholeNumber") : text("decimals", field.decimalDigits));
  }
  if (given(limits.min) && Number(plain) < Number(limits.min)) {
    errors.push(text("atLeast", limits.min));
  }
  if (given(limits.max) && Number(plain) > Number(limits.max)) {
    errors.push(text("atMost", limits.max));
  }
  return errors;
}

function textErrors(limits, value) {
  const errors = [];
  if (limits.pattern && !new RegExp(limits.pattern).test(value)) {
    errors.push(limits.patternErrorMessage || text("pattern"));
  }
  if (given(limits.minLength) && value.length < limits.minLength) {
    errors.push(text("tooShort", limits.minLength));
  }
  if (given(limits.maxLength) && value.length > limits.maxLength) {
    errors.push(text("tooLong", limits.maxLength, value.length));
  }
  if (limits.validationType === "email" && !/^\S+@\S+\.\S+$/.test(value)) {
    errors.push(text("email"));
  }
  if (limits.validationType === "phone" && !/^\+?[\d\s()-]{6,20}$/.test(value)) {
    errors.push(text("phone"));
  }
  return errors;
}

function given(limit) {
  return limit !== undefined && limit !== null && limit !== "";
}
