package app.carddesk.letters;

/** What came of an act on the address of a code. */
public sealed interface CodeAddressing {

    /** @param reached the state this act brought it to */
    record Done(CodeAddressRequest request, CodeAddressState reached) implements CodeAddressing {}

    /** Nothing was changed. */
    record Refused(CodeAddressRefusal why) implements CodeAddressing {}
}
