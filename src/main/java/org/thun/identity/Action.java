package org.thun.identity;

/** What somebody may do with an object: the letters of the permission matrix. */
public enum Action {
    CREATE('C'),
    EDIT('E'),
    SUBMIT('S'),
    CHECK('V'),
    APPROVE('A'),
    PAY('P'),
    READ('R');

    private final char letter;

    Action(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
