package news.slugline.ingest.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import news.slugline.ingest.copy.Acceptance;
import news.slugline.ingest.copy.Taking;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Says over HTTP what came of handing copy in: one piece as itself, a collection as the list of its pieces. */
final class Answers {

    private Answers() {}

    static ResponseEntity<Object> to(Taking taking, UUID receiptId) {
        return switch (taking) {
            case Taking.Taken(var pieces) ->
                pieces.size() == 1 ? one(pieces.getFirst()) : collection(pieces, receiptId);
            case Taking.Later later -> Problems.later(receiptId, later);
            case Taking.Barred barred -> Problems.barred(receiptId, barred);
        };
    }

    /** What would be answered, as a collection always: nothing was stored. */
    static ResponseEntity<Object> understood(List<Acceptance> pieces) {
        List<Piece> answers = pieces.stream().map(Answers::piece).toList();
        int accepted =
                (int) answers.stream().filter(piece -> piece.problem() == null).count();
        return ResponseEntity.ok(new Collection(accepted, answers.size() - accepted, answers));
    }

    private static ResponseEntity<Object> one(Acceptance piece) {
        return switch (piece) {
            case Acceptance.Accepted accepted ->
                ResponseEntity.accepted()
                        .header(
                                CopyController.TRANSACTION_HEADER,
                                accepted.received().getReceipt().getId())
                        .body(Answer.to(accepted));
            case Acceptance.Refused(var rejection) -> Problems.refused(rejection);
        };
    }

    /** 202 when anything was taken: each piece says for itself. */
    private static ResponseEntity<Object> collection(List<Acceptance> pieces, UUID receiptId) {
        List<Piece> answers = pieces.stream().map(Answers::piece).toList();
        int accepted =
                (int) answers.stream().filter(piece -> piece.problem() == null).count();
        return ResponseEntity.status(accepted > 0 ? HttpStatus.ACCEPTED : HttpStatus.UNPROCESSABLE_CONTENT)
                .header(CopyController.TRANSACTION_HEADER, receiptId.toString())
                .body(new Collection(accepted, answers.size() - accepted, answers));
    }

    private static Piece piece(Acceptance piece) {
        return switch (piece) {
            case Acceptance.Accepted accepted -> new Piece(Answer.to(accepted), null);
            case Acceptance.Refused(var rejection) -> new Piece(null, Problems.problem(rejection));
        };
    }

    /**
     * What became of a collection.
     *
     * @param pieces in the order of the collection
     */
    record Collection(int accepted, int refused, List<Piece> pieces) {}

    /** One piece of a collection: either was accepted, or has a problem. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Piece(@Nullable Answer answer, @Nullable ProblemDetail problem) {}
}
