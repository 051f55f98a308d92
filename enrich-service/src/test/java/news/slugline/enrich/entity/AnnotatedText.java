package news.slugline.enrich.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import news.slugline.enrich.text.Tokenizer;
import news.slugline.event.Field;

/** A sentence whose names are marked. */
record AnnotatedText(String text, List<Span> spans) {

    /** A name: UTF-16 code units of the text, and the number of its type: 0 person, 1 organisation, 2 place, 3 event. */
    record Span(int start, int end, int type) {}

    private static final List<String> TYPES = List.of("PER", "ORG", "LOC", "EVT");
    private static final Pattern MARKED = Pattern.compile("\\[(PER|ORG|LOC|EVT) ([^\\]]+?)\\s*]");

    /** The labels of the words, as the model has them; a name that parts a word is not taught. */
    int[] labels(Passage passage) {
        var labels = new int[passage.size()];
        for (Span span : spans) {
            boolean first = true;
            for (int at = 0; at < labels.length; at++) {
                var token = passage.token(at);
                if (token.start() >= span.start && token.end() <= span.end) {
                    labels[at] = 1 + 2 * span.type + (first ? 0 : 1);
                    first = false;
                }
            }
        }
        return labels;
    }

    Passage passage() {
        return new Passage(Field.body, Passage.NO_PICTURE, text, Tokenizer.tokens(text), "en");
    }

    /** The same in other letters: u capitals, l small letters, t a capital at each word. */
    AnnotatedText recased(char how) {
        var recased = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean first = at == 0 || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '\'');
            char other = how == 'l' ? Character.toLowerCase(c) : how == 'u' || first ? Character.toUpperCase(c) : c;
            recased.setCharAt(at, other);
        }
        return new AnnotatedText(recased.toString(), spans);
    }

    /** Our own: {@code [PER Ada Obi] of [LOC Lagos]}, one a line; an empty line parts documents. */
    static List<AnnotatedText> own(Path file) throws IOException {
        var texts = new ArrayList<AnnotatedText>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                texts.add(marked(line));
            }
        }
        return texts;
    }

    static AnnotatedText marked(String line) {
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        var names = MARKED.matcher(line);
        while (names.find()) {
            names.appendReplacement(text, "");
            spans.add(new Span(text.length(), text.length() + names.group(2).length(), TYPES.indexOf(names.group(1))));
            text.append(names.group(2));
        }
        names.appendTail(text);
        return new AnnotatedText(text.toString(), spans);
    }

    /** Columns of words and labels, sentences parted by empty lines. */
    static List<AnnotatedText> columns(Path file, Map<String, Integer> types, Rules rules) throws IOException {
        var texts = new ArrayList<AnnotatedText>();
        var words = new ArrayList<String>();
        var labels = new ArrayList<String>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t", -1);
            if (line.isBlank() || columns.length < 2) {
                add(texts, words, labels, types, rules);
            } else {
                words.add(columns[0]);
                labels.add(columns[columns.length - 1]);
            }
        }
        add(texts, words, labels, types, rules);
        return texts;
    }

    /** The Groningen Meaning Bank as a table: sentence, word, part of speech, tag. */
    static List<AnnotatedText> table(Path file, Map<String, Integer> types, Rules rules) throws IOException {
        var texts = new ArrayList<AnnotatedText>();
        var words = new ArrayList<String>();
        var labels = new ArrayList<String>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("Sentence")) {
                    add(texts, words, labels, types, rules);
                }
                int tag = line.lastIndexOf(',');
                int pos = line.lastIndexOf(',', tag - 1);
                int word = line.indexOf(',');
                String form = line.substring(word + 1, Math.max(word + 1, pos)).replace("\"\"", "\"");
                words.add(
                        form.length() > 1 && form.startsWith("\"") && form.endsWith("\"")
                                ? form.substring(1, form.length() - 1)
                                : form);
                labels.add(line.substring(tag + 1).strip());
            }
        }
        return texts;
    }

    /** How a corpus names things otherwise than we do. */
    interface Rules {

        /** The type of a name, or -1 for none. */
        int type(String label, List<String> words, int type);

        /** How many words at the front belong to no name: titles. */
        int titles(List<String> words, int type);
    }

    private static void add(
            List<AnnotatedText> texts,
            List<String> words,
            List<String> labels,
            Map<String, Integer> types,
            Rules rules) {
        if (!words.isEmpty()) {
            texts.add(joined(words, labels, types, rules, texts.size() % 2 == 0));
        }
        words.clear();
        labels.clear();
    }

    private static final Set<String> CLOSE =
            Set.of(",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "%", "n't", "'", "...");

    private static AnnotatedText joined(
            List<String> words, List<String> labels, Map<String, Integer> types, Rules rules, boolean spaced) {
        var text = new StringBuilder();
        var starts = new int[words.size()];
        var ends = new int[words.size()];
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            boolean close = !spaced
                    && (CLOSE.contains(word)
                            || (at > 0 && Set.of("(", "[", "#", "$").contains(words.get(at - 1))));
            if (at > 0 && !close) {
                text.append(' ');
            }
            starts[at] = text.length();
            text.append(word);
            ends[at] = text.length();
        }
        var spans = new ArrayList<Span>();
        for (int at = 0; at < words.size(); at++) {
            String label = labels.get(at);
            if (!label.startsWith("B-")) {
                continue;
            }
            String name = label.substring(2).toLowerCase(Locale.ROOT);
            int end = at + 1;
            while (end < words.size() && labels.get(end).equalsIgnoreCase("I-" + name)) {
                end++;
            }
            List<String> form = words.subList(at, end);
            int type = rules.type(name, form, types.getOrDefault(name, -1));
            int skip = type < 0 ? 0 : rules.titles(form, type);
            if (type >= 0 && at + skip < end) {
                spans.add(new Span(starts[at + skip], ends[end - 1], type));
            }
        }
        return new AnnotatedText(text.toString(), spans);
    }
}
