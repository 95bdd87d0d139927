package org.thun.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.thun.identity.Action;
import org.thun.identity.Actor;
import org.thun.identity.ObjectKind;
import org.thun.indicators.NumberCodes;
import org.thun.indicators.NumberCodes.PrintedFigure;
import org.thun.indicators.Place;
import org.thun.web.NotFound;

/** From a code printed beside a figure to the page that explains it, as of the day it was printed for. */
@Controller
class NumberPages {

    private final NumberCodes codes;

    NumberPages(NumberCodes codes) {
        this.codes = codes;
    }

    /** Where people type a code; with one, the way to its figure. */
    @GetMapping("/numbers")
    String search(@RequestParam(required = false) String code, Actor actor, Model model, HttpServletResponse response) {
        if (!actor.mayAnywhere(Action.READ, ObjectKind.MEASUREMENT)) {
            throw new NotFound("codes of figures, for " + actor.username());
        }
        return code == null || code.isBlank() ? "indicators/numbers" : open(code, actor, model, response);
    }

    @GetMapping("/numbers/{code}")
    String open(@PathVariable String code, Actor actor, Model model, HttpServletResponse response) {
        PrintedFigure printed = codes.find(code, actor).orElse(null);
        if (printed == null) {
            // The same answer for a code that does not exist and for a figure this person may not see.
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("typed", code);
            return "indicators/numbers";
        }
        Place place = printed.figure().place();
        UriComponentsBuilder chain = UriComponentsBuilder
                .fromPath("/grants/{grant}/indicators/{indicator}")
                .queryParam("asOf", printed.asOf())
                .queryParam("code", printed.code());
        switch (place.kind()) {
            case WHOLE -> { }
            case REGION -> chain.queryParam("region", place.code());
            case PROVINCE -> chain.queryParam("province", place.code());
            case CENTRE -> chain.queryParam("centre", place.code());
        }
        return "redirect:" + chain.build(printed.grantId(), printed.figure().indicatorId());
    }
}
