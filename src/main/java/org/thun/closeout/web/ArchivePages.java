package org.thun.closeout.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thun.closeout.GrantArchive;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.web.NotFound;

/** The archive of a closed grant as one file. */
@Controller
class ArchivePages {

    private final CasePages cases;
    private final GrantArchive archive;

    ArchivePages(CasePages cases, GrantArchive archive) {
        this.cases = cases;
        this.archive = archive;
    }

    /** Sent while it is being packed: large archives begin at once. */
    @GetMapping("/grants/{grantId}/close-out/archive.zip")
    void archive(@PathVariable String grantId, Actor actor, HttpServletResponse response) throws IOException {
        Grant grant = cases.open(grantId, CloseOutTab.PATH, actor);
        if (!archive.mayRead(grant, actor)) {
            throw new NotFound("archive of grant " + grantId);
        }
        String name = "thun-" + grant.number().replaceAll("[^0-9A-Za-z]+", "-") + "-" + grant.id() + ".zip";
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        archive.write(grant, actor, response.getOutputStream());
    }
}
