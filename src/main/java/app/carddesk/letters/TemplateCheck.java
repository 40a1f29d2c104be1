package app.carddesk.letters;

import app.carddesk.shared.RedemptionCodes;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether every placeholder of a template resolves, and how a template becomes a letter. */
final class TemplateCheck {

    private static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(false);

    private static final Pattern PLAIN = Pattern.compile("\\{\\{\\s*\\p{Alnum}+\\s*}}");

    private TemplateCheck() {}

    /** Everything that is wrong with a template; empty if each letter of the kind can be written by it. */
    static List<TemplateFault> faults(LetterKind kind, LetterText template) {
        List<TemplateFault> faults = new ArrayList<>();
        if (template.subject().isBlank()) {
            faults.add(new TemplateFault.SubjectMissing());
        }
        if (template.body().isBlank()) {
            faults.add(new TemplateFault.BodyMissing());
        }
        if (template.subject().lines().count() > 1) {
            faults.add(new TemplateFault.SubjectNotOneLine());
        }
        if (template.subject().length() > LetterText.LONGEST_SUBJECT) {
            faults.add(new TemplateFault.TooLong(LetterText.LONGEST_SUBJECT));
        }
        if (template.body().length() > LetterText.LONGEST_BODY) {
            faults.add(new TemplateFault.TooLong(LetterText.LONGEST_BODY));
        }
        if (RedemptionCodes.containsCode(template.subject()) || RedemptionCodes.containsCode(template.body())) {
            faults.add(new TemplateFault.HoldsCode());
        }
        Names subject = Names.of(template.subject());
        Names body = Names.of(template.body());
        if (!subject.readable() || !body.readable()) {
            faults.add(new TemplateFault.NotReadable());
            return faults;
        }
        List<String> all = new ArrayList<>(subject.names());
        all.addAll(body.names());
        all.stream()
                .distinct()
                .forEach(name -> Placeholder.of(name)
                        .ifPresentOrElse(
                                known -> {
                                    if (!known.isFor(kind)) {
                                        faults.add(new TemplateFault.NotHere(known));
                                    }
                                },
                                () -> faults.add(new TemplateFault.Unknown(name))));
        Arrays.stream(Placeholder.values())
                .filter(needed -> needed.isNeededIn(kind) && !all.contains(needed.key()))
                .forEach(needed -> faults.add(new TemplateFault.Needed(needed)));
        String code = Placeholder.CODE.key();
        if (subject.names().contains(code)
                || body.names().stream().filter(code::equals).count() > 1) {
            faults.add(new TemplateFault.CodeOnce());
        }
        return faults;
    }

    /**
     * Puts values in.
     *
     * @throws MustacheException if a placeholder has none
     */
    static LetterText fill(LetterText template, Map<String, String> values) {
        return new LetterText(
                MUSTACHE.compile(template.subject()).execute(values),
                MUSTACHE.compile(template.body()).execute(values));
    }

    private record Names(boolean readable, List<String> names) {

        static Names of(String text) {
            Collected collected = new Collected();
            try {
                MUSTACHE.compile(text).visit(collected);
            } catch (MustacheException unreadable) {
                return new Names(false, List.of());
            }
            // Other delimiters, comments and open braces are no part of a letter.
            boolean more = PLAIN.matcher(text).replaceAll("").contains("{{");
            return new Names(!collected.more && !more, collected.names);
        }
    }

    private static final class Collected implements Mustache.Visitor {

        private final List<String> names = new ArrayList<>();
        private boolean more;

        @Override
        public void visitText(String text) {
            more |= text.contains("{{") || text.contains("}}");
        }

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            more = true;
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            more = true;
            return false;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            more = true;
            return false;
        }
    }
}
