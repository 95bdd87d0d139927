package org.thun.programmes;

/**
 * How long a grant of the programme runs, in grant months (BR-41).
 *
 * @param minMonths shortest grant
 * @param maxMonths longest grant; equal to the shortest where the length is fixed
 */
public record GrantDuration(int minMonths, int maxMonths) {

    public boolean fixed() {
        return minMonths == maxMonths;
    }
}
