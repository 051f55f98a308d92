package news.slugline.ingest.desk;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a desk how it is set up. */
@RestController
class DeskController {

    @GetMapping("/desk/me")
    DeskSettings me(Desk desk) {
        return DeskSettings.of(desk);
    }
}
