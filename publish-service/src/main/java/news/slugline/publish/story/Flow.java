package news.slugline.publish.story;

import java.util.ArrayList;
import java.util.List;
import news.slugline.event.Picture;

/** Lays a story's paragraphs and its pictures after the lead out in the order in which they are read. */
public sealed interface Flow {

    record Paragraph(String text) implements Flow {}

    record Figure(Picture picture) implements Flow {}

    /** Spreads the pictures evenly; none stands before the first paragraph, and all paragraphs keep their order. */
    static List<Flow> of(Story story) {
        List<String> paragraphs = story.paragraphs();
        List<Picture> pictures = story.article().getPictures().stream().skip(1).toList();
        int stride = Math.max(1, paragraphs.size() / (pictures.size() + 1));
        var flow = new ArrayList<Flow>();
        int placed = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            flow.add(new Paragraph(paragraphs.get(i)));
            if ((i + 1) % stride == 0 && placed < pictures.size()) {
                flow.add(new Figure(pictures.get(placed++)));
            }
        }
        pictures.stream().skip(placed).map(Figure::new).forEach(flow::add);
        return flow;
    }
}
