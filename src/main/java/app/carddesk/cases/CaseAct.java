package app.carddesk.cases;

/** What came of an act on a case that has no value to compare. */
public sealed interface CaseAct {

    record Done() implements CaseAct {}

    record Refused(CaseRefusal reason) implements CaseAct {}
}
