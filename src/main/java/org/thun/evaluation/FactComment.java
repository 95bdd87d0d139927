package org.thun.evaluation;

/**
 * A comment of the grantee on a fact in the assessment, with the evaluator's answer (BR-28).
 *
 * @param no number within the assessment, from 1
 * @param text the comment
 * @param answer the evaluator's answer, or {@code null} before it is given
 */
public record FactComment(int no, String text, String answer) {}
