package news.slugline.enrich.step;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import news.slugline.enrich.media.LeadPicture;
import news.slugline.enrich.media.PictureFetcher;
import news.slugline.enrich.media.Renditions;
import news.slugline.event.Article;
import news.slugline.event.ArticleIngested;
import news.slugline.event.Lane;
import news.slugline.event.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the pictures that came with the copy, and those that it points to, to the media store, each with its renditions;
 * the best comes first.
 *
 * <p>What is no picture is not kept, its caption is. An animated WebP is kept as it came, and counts as incomplete, as does
 * what could not be fetched.
 */
public final class PicturesStep implements EnrichmentStep {

    private static final Logger LOG = LoggerFactory.getLogger(PicturesStep.class);

    private static final int HEXADECIMAL = 16;
    private static final int MOST_BITS_APART = 3;
    private static final int MOST_FETCHED = 12;
    /** Pixels: what a page points to below this is an icon or a counter. */
    private static final int LEAST_SIDE = 100;

    private static final int AT_A_TIME = 2;

    private final Renditions renditions;
    private final Optional<PictureFetcher> fetcher;
    private final Semaphore atWork = new Semaphore(AT_A_TIME);

    /** Pictures that did not come along stay where they are if there is no fetcher. */
    public PicturesStep(Renditions renditions, Optional<PictureFetcher> fetcher) {
        this.renditions = renditions;
        this.fetcher = fetcher;
        // Pictures are small enough for memory; the cache would be files in the temporary folder.
        ImageIO.setUseCache(false);
        // Within one jar the readers are found only from the thread that knows its class loader.
        ImageIO.scanForPlugins();
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String version() {
        return "3";
    }

    /** A flash goes on at once, and no story waits for what another server is asked for. */
    @Override
    public boolean canWait(ArticleIngested piece) {
        boolean isFlash = piece.getReceipt().getLane() == Lane.flash;
        return piece.getArticle().getPictures().stream()
                .anyMatch(picture ->
                        isFetched(picture) || (isFlash && picture.getContent().isPresent()));
    }

    @Override
    public Contribution enrich(ArticleIngested piece, Findings soFar) throws IOException, InterruptedException {
        Article article = piece.getArticle();
        var stored = new ArrayList<Picture>();
        boolean complete = true;
        int fetched = 0;
        for (var picture : article.getPictures()) {
            boolean isFetched = isFetched(picture) && fetched++ < MOST_FETCHED;
            var content = isFetched ? fetched(picture) : content(picture);
            var kept = content.isPresent() ? oneOfFew(picture, content.get(), isFetched) : without(picture);
            complete &=
                    !(isFetched || content.isPresent()) || kept.getRenditions().size() > 1;
            if (!isFetched || !isIcon(kept)) {
                stored.add(kept);
            }
        }
        return new Contribution.PicturesStored(LeadPicture.first(withoutDoubles(stored), article), complete);
    }

    private boolean isFetched(Picture picture) {
        return fetcher.isPresent()
                && picture.getHref().isPresent()
                && picture.getContent().isEmpty()
                && picture.getRenditions().isEmpty();
    }

    private Optional<byte[]> fetched(Picture picture) {
        return switch (fetcher.orElseThrow().fetch(picture.getHref().orElseThrow())) {
            case PictureFetcher.Outcome.Fetched(var content) -> Optional.of(content);
            case PictureFetcher.Outcome.Refused(var reason) -> {
                LOG.info("A picture that the copy points to stays away: {}", reason);
                yield Optional.empty();
            }
        };
    }

    /** As it came; where it has come before and is to be done anew, as it was stored then. */
    private Optional<byte[]> content(Picture picture) {
        return picture.getContent()
                .map(PicturesStep::bytes)
                .or(() -> picture.getSha256()
                        .filter(_ -> picture.getRenditions().isEmpty())
                        .flatMap(renditions::original));
    }

    private static Picture without(Picture picture) {
        return Picture.newBuilder(picture).setContent(null).build();
    }

    private static boolean isIcon(Picture picture) {
        return !picture.getRenditions().isEmpty()
                && picture.getCaption().isEmpty()
                && Math.min(
                                picture.getRenditions().getLast().getWidth(),
                                picture.getRenditions().getLast().getHeight())
                        < LEAST_SIDE;
    }

    /** One picture that came twice, in another size or encoding, is one: the larger, with the caption that there is. */
    private static List<Picture> withoutDoubles(List<Picture> pictures) {
        var kept = new ArrayList<Picture>();
        for (Picture picture : pictures) {
            int same = IntStream.range(0, kept.size())
                    .filter(at -> looksLike(kept.get(at), picture))
                    .findFirst()
                    .orElse(-1);
            if (same < 0) {
                kept.add(picture);
            } else if (width(picture) > width(kept.get(same))) {
                kept.set(same, captioned(picture, kept.get(same)));
            } else {
                kept.set(same, captioned(kept.get(same), picture));
            }
        }
        return List.copyOf(kept);
    }

    private static boolean looksLike(Picture one, Picture other) {
        boolean sameCaption = one.getCaption().isEmpty()
                || other.getCaption().isEmpty()
                || one.getCaption().equals(other.getCaption());
        return sameCaption
                && one.getPerceptualHash().isPresent()
                && other.getPerceptualHash().isPresent()
                && Long.bitCount(Long.parseUnsignedLong(one.getPerceptualHash().get(), HEXADECIMAL)
                                ^ Long.parseUnsignedLong(
                                        other.getPerceptualHash().get(), HEXADECIMAL))
                        <= MOST_BITS_APART;
    }

    private static int width(Picture picture) {
        return picture.getRenditions().isEmpty()
                ? 0
                : picture.getRenditions().getLast().getWidth();
    }

    private static Picture captioned(Picture picture, Picture other) {
        return Picture.newBuilder(picture)
                .setCaption(picture.getCaption().or(other::getCaption).orElse(null))
                .setCredit(picture.getCredit().or(other::getCredit).orElse(null))
                .setAltText(picture.getAltText().or(other::getAltText).orElse(null))
                .build();
    }

    /** Pixels take much memory, so that only a few pictures are worked on at a time, whichever lane they come by. */
    private Picture oneOfFew(Picture picture, byte[] content, boolean isFetched)
            throws IOException, InterruptedException {
        atWork.acquire();
        try {
            return isFetched ? renditions.storedFetched(picture, content) : renditions.stored(picture, content);
        } finally {
            atWork.release();
        }
    }

    private static byte[] bytes(ByteBuffer content) {
        var bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }
}
