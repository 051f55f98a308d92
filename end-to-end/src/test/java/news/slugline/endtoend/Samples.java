package news.slugline.endtoend;

/** Numbered stories, each with a headline and a text of its own. */
final class Samples {

    private static final String[] PLACES = {"Marrow Hill", "Port Esker", "Tindal", "Vasa Nova", "Kharun"};
    private static final String[] THINGS = {"library", "tram line", "flood wall", "seed bank", "night market"};

    private Samples() {}

    static String headline(int number) {
        return "Council of %s approves %s plan number %d"
                .formatted(PLACES[number % PLACES.length], THINGS[number / PLACES.length % THINGS.length], number);
    }

    static String story(int number) {
        String place = PLACES[number % PLACES.length];
        return """
                Local

                %s

                By Ada Fennimore

                %s - The council voted on Monday to go ahead with plan number %d after a debate of three hours.

                "It is not perfect, but it is ours," said the mayor, Ruben Castellan.

                Work will start in spring and is to cost %d million.
                """.formatted(headline(number), place.toUpperCase(java.util.Locale.ROOT), number, number + 3);
    }
}
