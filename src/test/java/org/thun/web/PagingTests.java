package org.thun.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagingTests {

    @Test
    void knowsWhichRowsItShows() {
        Paging last = new Paging(3, 20, 45);
        assertThat(last.firstRow()).isEqualTo(41);
        assertThat(last.lastRow()).isEqualTo(45);
        assertThat(last.hasNext()).isFalse();
        assertThat(last.hasPrevious()).isTrue();
    }

    @Test
    void isOneEmptyPageWhenThereAreNoRows() {
        Paging none = new Paging(1, 20, 0);
        assertThat(none.pages()).isEqualTo(1);
        assertThat(none.firstRow()).isZero();
        assertThat(none.lastRow()).isZero();
    }

    @Test
    void linksTheEndsAndTheNeighboursWithGapsBetween() {
        assertThat(new Paging(10, 20, 400).links()).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 20);
        assertThat(new Paging(1, 20, 45).links()).containsExactly(1, 2, 3);
    }

    @Test
    void readsNonsenseInTheAddressAsTheFirstPage() {
        assertThat(Paging.pageOf(null)).isEqualTo(1);
        assertThat(Paging.pageOf(-4)).isEqualTo(1);
        assertThat(Paging.pageOf(7)).isEqualTo(7);
    }
}
