package news.slugline.local;

import java.util.List;

/** What an installation's owner is told once it runs: where everything is, and the keys to it. */
record Welcome(Installation installation, Secrets secrets) {

    List<String> lines() {
        var door = installation.url(Port.INGEST) + "/copy";
        return """

                Slugline runs.

                  Site          %s/
                  Feed          %s/feed.rss
                  Ops console   %s/  (user ops)
                  Metrics       %s/actuator/prometheus, and so on each service  (user ops)
                  Desk page     %s/
                  Desk door     %s
                  Hot folder    %s
                  Desk key      %s
                  Ops password  %s

                Hand in copy:
                  ./slugline send story.txt
                  curl -H 'Authorization: Bearer %s' -H 'Content-Type: text/plain' --data-binary @story.txt %s
                """.formatted(
                installation.url(Port.PUBLISH),
                installation.url(Port.PUBLISH),
                installation.url(Port.MONITOR),
                installation.url(Port.INGEST),
                installation.url(Port.INGEST),
                door,
                installation.dropFolder().resolve("demo"),
                secrets.deskKey(),
                secrets.opsPassword(),
                secrets.deskKey(),
                door).lines().toList();
    }
}
