package org.thun.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.thun.documents.Document;
import org.thun.documents.Documents;
import org.thun.documents.Documents.FileContent;
import org.thun.documents.Documents.Upload;
import org.thun.grants.CasePages;
import org.thun.grants.Grant;
import org.thun.identity.Actor;
import org.thun.shared.Outcome;
import org.thun.shared.Problem;
import org.thun.web.Flash;
import org.thun.web.NotFound;

/** The documents of a case file, and any document for whoever may read it. */
@Controller
class DocumentPages {

    private final Documents documents;
    private final CasePages cases;

    DocumentPages(Documents documents, CasePages cases) {
        this.documents = documents;
        this.cases = cases;
    }

    @GetMapping("/grants/{grantId}/documents")
    String list(@PathVariable String grantId, Actor actor, Model model) {
        return show(cases.open(grantId, DocumentsTab.PATH, actor), List.of(), actor, model);
    }

    @PostMapping("/grants/{grantId}/documents")
    String add(@PathVariable String grantId, @RequestParam(defaultValue = "") String title,
            @RequestParam MultipartFile file, Actor actor, Model model, RedirectAttributes redirect,
            HttpServletResponse response) {
        Grant grant = cases.open(grantId, DocumentsTab.PATH, actor);
        model.addAttribute("fileTitle", title);
        return answer(grant, documents.add(grantId, null, upload(title, file), actor), "documents.done.added", actor,
                model, redirect, response);
    }

    @PostMapping("/grants/{grantId}/documents/{documentId}")
    String addVersion(@PathVariable String grantId, @PathVariable String documentId, @RequestParam MultipartFile file,
            Actor actor, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        Grant grant = cases.open(grantId, DocumentsTab.PATH, actor);
        Document document = documents.ofCase(grantId, actor).stream()
                .filter(each -> each.id().equals(documentId))
                .findFirst()
                .orElseThrow(() -> new NotFound("document " + documentId));
        return answer(grant, documents.addVersion(document.id(), upload(null, file), actor), "documents.done.replaced",
                actor, model, redirect, response);
    }

    /** Always handed out to be saved, never to be shown inside our own pages. */
    @GetMapping("/documents/{documentId}/{versionNo}")
    ResponseEntity<byte[]> download(@PathVariable String documentId, @PathVariable int versionNo, Actor actor) {
        FileContent file = documents.content(documentId, versionNo, actor)
                .orElseThrow(() -> new NotFound("document " + documentId));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(file.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }

    private String answer(Grant grant, Outcome<?> outcome, String doneKey, Actor actor, Model model,
            RedirectAttributes redirect, HttpServletResponse response) {
        if (!outcome.isDone()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(grant, outcome.problems(), actor, model);
        }
        Flash.good(redirect, doneKey);
        return "redirect:" + grant.path() + "/" + DocumentsTab.PATH;
    }

    private String show(Grant grant, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("grant", grant);
        model.addAttribute("tabs", cases.tabs(grant, actor));
        model.addAttribute("documents", documents.ofCase(grant.id(), actor));
        model.addAttribute("mayAdd", documents.mayAdd(grant.id(), actor));
        model.addAttribute("problems", problems);
        return "documents/list";
    }

    private static Upload upload(String title, MultipartFile file) {
        try {
            return new Upload(title, file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("upload cut off", e);
        }
    }
}
