package com.regulars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which module owns which table, read from the names of the migrations ({@code V<date>_<n>__<module>_<what>.sql}), and
 * which tables the SQL of each module names. A view {@code <module>_v_<what>} is published: others may read it.
 */
final class TableOwners {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java/com/regulars");

    private static final Pattern OWNER = Pattern.compile("V\\d+_\\d+__([a-z]+)_.*\\.sql");
    private static final Pattern CREATED = Pattern.compile(
            "create\\s+(?:unlogged\\s+)?(?:table|view|materialized view)\\s+(?:if not exists\\s+)?(\\w+)");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(from|join|into|update|delete from|using|truncate|table|copy)\\s+(?:only\\s+|lateral\\s+)?(\\w+)(\\s+(?:as\\s+)?\\w+)?((?:\\s*,\\s*(?:lateral\\s+)?\\w+(?:\\s+(?:as\\s+)?\\w+)?)*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEQUENCE = Pattern.compile("nextval\\('(\\w+)_seq'");
    private static final Pattern MAPPED = Pattern.compile("@(?:Collection|Join)?Table\\(name = \"(\\w+)\"");

    private static final Pattern PUBLIC_TYPE = Pattern.compile("^public ", Pattern.MULTILINE);
    private static final Pattern GIVES_SQL = Pattern.compile(
            "\\n    (?:public |default )(?:static |final )*String (\\w+)(?:\\([^)]*\\)\\s*\\{\\s*return|\\s*=)\\s*\"+\\s*"
                    + "(?:select|from|where|and|or|join|left join|exists|order by|with|insert|update|delete)\\b");

    private final Map<String, String> owners = new TreeMap<>();

    private TableOwners() {}

    /** The tables and views of the migrations with their modules. */
    static TableOwners fromMigrations() {
        var found = new TableOwners();
        files(MIGRATIONS, ".sql").forEach(file -> {
            Matcher created = CREATED.matcher(read(file));
            while (created.find()) {
                found.owners.put(created.group(1), owner(file));
            }
        });
        return found;
    }

    Map<String, String> all() {
        return owners;
    }

    /** {@code module -> table} for every table that a module's SQL names although another one owns it. */
    Set<String> foreignUses() {
        Set<String> uses = new TreeSet<>();
        files(SOURCES, ".java").forEach(file -> collect(module(file), texts(read(file)), mapped(read(file)), uses));
        files(MIGRATIONS, ".sql").forEach(file -> collect(owner(file), List.of(read(file)), List.of(), uses));
        return uses;
    }

    private void collect(String module, List<String> texts, List<String> mapped, Set<String> uses) {
        Set<String> named = new TreeSet<>(mapped);
        texts.forEach(text -> named.addAll(tables(text)));
        named.stream()
                .filter(table -> owners.containsKey(table) && !owners.get(table).equals(module))
                .filter(table -> !isPublished(table))
                .forEach(table -> uses.add(module + " -> " + table));
    }

    /** Public methods and constants of public types whose text is a piece of SQL, or that take one. */
    Set<String> publishedSql() {
        Set<String> found = new TreeSet<>();
        files(SOURCES, ".java")
                .filter(file -> PUBLIC_TYPE.matcher(read(file)).find())
                .filter(TableOwners::isSeenByOthers)
                .forEach(file -> {
                    Matcher gives = GIVES_SQL.matcher(read(file));
                    while (gives.find()) {
                        found.add(SOURCES.relativize(file) + ": " + gives.group(1));
                    }
                });
        return found;
    }

    /** Modules see each other's root and named interfaces; what lies deeper is shared within one module only. */
    private static boolean isSeenByOthers(Path file) {
        Path info = file.resolveSibling("package-info.java");
        return SOURCES.relativize(file).getNameCount() == 2
                || (Files.exists(info) && read(info).contains("@NamedInterface"));
    }

    static boolean isPublished(String table) {
        return table.matches("[a-z]+_v_\\w+");
    }

    static Set<String> tables(String sql) {
        Set<String> named = new TreeSet<>();
        Matcher uses = NAMED.matcher(sql);
        int from = 0;
        while (uses.find(from)) {
            named.add(uses.group(2));
            if (!uses.group(4).isBlank()) {
                for (String more : uses.group(4).replaceFirst(",", "").split(",")) {
                    named.add(more.strip().split("\\s+")[0]);
                }
            }
            from = uses.end(2);
        }
        Matcher sequences = SEQUENCE.matcher(sql);
        while (sequences.find()) {
            named.add(sequences.group(1));
        }
        return named;
    }

    /** The text of a Java file's strings; strings that are put together are read as one. */
    static List<String> texts(String java) {
        List<String> texts = new ArrayList<>();
        Matcher blocks = TEXT_BLOCK.matcher(java);
        while (blocks.find()) {
            texts.add(blocks.group(1));
        }
        Matcher literals = LITERAL.matcher(
                JOINED.matcher(TEXT_BLOCK.matcher(java).replaceAll("\"\"")).replaceAll(""));
        while (literals.find()) {
            texts.add(literals.group(1));
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }

    private static List<String> mapped(String java) {
        return MAPPED.matcher(java).results().map(found -> found.group(1)).toList();
    }

    private static String owner(Path migration) {
        Matcher name = OWNER.matcher(migration.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException(migration + " does not name its module");
        }
        return name.group(1);
    }

    private static String module(Path source) {
        return SOURCES.relativize(source).getName(0).toString();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
