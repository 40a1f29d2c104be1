package app.carddesk;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What sources look like here, as far as no formatter sees to it. The compiler's own parser reads them. */
enum HouseStyle {
    TESTS_ARE_NAMED_IN_WORDS_JOINED_BY_UNDERSCORES {
        @Override
        TreeScanner<Void, Void> visitor(Found found) {
            return new TreeScanner<>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    boolean test = method.getModifiers().getAnnotations().stream()
                            .map(HouseStyle::name)
                            .anyMatch(TESTS::contains);
                    if (test && !WORDS.matcher(method.getName()).matches()) {
                        found.at(method, method.getName().toString());
                    }
                    return super.visitMethod(method, nothing);
                }
            };
        }
    },

    FIELDS_STAND_BEFORE_METHODS {
        @Override
        TreeScanner<Void, Void> visitor(Found found) {
            return new TreeScanner<>() {
                @Override
                public Void visitClass(ClassTree type, Void nothing) {
                    boolean methods = false;
                    for (Tree member : type.getMembers()) {
                        if (methods && member instanceof VariableTree field) {
                            found.at(field, field.getName().toString());
                        }
                        methods |= member instanceof MethodTree;
                    }
                    return super.visitClass(type, nothing);
                }
            };
        }
    },

    NO_TEST_IS_FIRST_OR_LAST {
        @Override
        TreeScanner<Void, Void> visitor(Found found) {
            return new TreeScanner<>() {
                @Override
                public Void visitImport(ImportTree used, Void nothing) {
                    String name = used.getQualifiedIdentifier().toString();
                    if (ORDERS.matcher(name).matches()) {
                        found.at(used, name);
                    }
                    return super.visitImport(used, nothing);
                }
            };
        }
    },

    /** Browser tests wait for a program of its own, and have their own ways. */
    TESTS_DO_NOT_SLEEP {
        @Override
        TreeScanner<Void, Void> visitor(Found found) {
            return new TreeScanner<>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                    String called = call.getMethodSelect().toString();
                    if (!BROWSER.matcher(found.source()).find()
                            && SLEEPS.matcher(called).matches()) {
                        found.at(call, called);
                    }
                    return super.visitMethodInvocation(call, nothing);
                }
            };
        }

        @Override
        boolean concerns(Path source) {
            return source.toString().contains("test");
        }
    };

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example");
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");
    private static final Pattern ORDERS = Pattern.compile(
            "org\\.junit\\.jupiter\\.api\\.(Order|TestMethodOrder|TestClassOrder|MethodOrderer|ClassOrderer).*");
    private static final Pattern SLEEPS = Pattern.compile("(Thread|TimeUnit\\.\\w+)\\.sleep");
    private static final Pattern BROWSER = Pattern.compile("(IT|RunningCarddesk)\\.java$");

    abstract TreeScanner<Void, Void> visitor(Found found);

    boolean concerns(Path source) {
        return true;
    }

    /** Each place in these sources that breaks the rule. */
    List<String> violations(Sources sources) {
        List<String> violations = new ArrayList<>();
        for (CompilationUnitTree unit : sources.units) {
            if (concerns(Path.of(unit.getSourceFile().toUri()))) {
                visitor(new Found(unit, sources.trees, violations)).scan(unit, null);
            }
        }
        return violations;
    }

    private static String name(AnnotationTree annotation) {
        return annotation.getAnnotationType().toString().replaceFirst("^.*\\.", "");
    }

    /** Where something was found. */
    record Found(CompilationUnitTree unit, Trees trees, List<String> violations) {

        String source() {
            return unit.getSourceFile().getName();
        }

        void at(Tree tree, String what) {
            long line =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
            violations.add(source() + ":" + line + " " + what);
        }
    }

    /** Java sources, parsed. */
    static final class Sources {

        private final List<CompilationUnitTree> units = new ArrayList<>();
        private final Trees trees;

        private Sources(List<Path> files) {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
                task.parse().forEach(units::add);
                trees = Trees.instance(task);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Sources below(Path... folders) {
            List<Path> files = new ArrayList<>();
            for (Path folder : folders) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return new Sources(files);
        }
    }
}
