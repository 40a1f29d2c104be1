package app.carddesk.letters;

import app.carddesk.shared.Once;
import java.util.UUID;

/** How what came of an act on the address of a code is kept for its key, and told again. */
class CodeAddressAnswers implements Once.Answers<CodeAddressing> {

    private final CodeAddressStore store;

    CodeAddressAnswers(CodeAddressStore store) {
        this.store = store;
    }

    @Override
    public boolean isDone(CodeAddressing result) {
        return result instanceof CodeAddressing.Done;
    }

    @Override
    public String written(CodeAddressing result) {
        return switch (result) {
            case CodeAddressing.Done(CodeAddressRequest request, CodeAddressState reached) ->
                reached + ":" + request.id();
            case CodeAddressing.Refused _ -> throw new IllegalArgumentException("A refusal is not kept");
        };
    }

    @Override
    public CodeAddressing told(String answer) {
        int colon = answer.indexOf(':');
        CodeAddressRequest request =
                store.find(UUID.fromString(answer.substring(colon + 1))).orElseThrow();
        return new CodeAddressing.Done(request, CodeAddressState.valueOf(answer.substring(0, colon)));
    }

    @Override
    public CodeAddressing unfit() {
        return new CodeAddressing.Refused(CodeAddressRefusal.KEY);
    }

    @Override
    public CodeAddressing reused() {
        return new CodeAddressing.Refused(CodeAddressRefusal.KEY);
    }
}
