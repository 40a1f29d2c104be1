package app.carddesk.guides;

/** What came of an act on an inquiry. */
public sealed interface InquiryAct {

    record Done(Inquiry inquiry) implements InquiryAct {}

    record Refused(InquiryRefusal reason) implements InquiryAct {}
}
