package org.thun.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thun.indicators.IndicatorStatus;
import org.thun.indicators.Measurement;
import org.thun.indicators.Place;
import org.thun.indicators.TrendPoint;
import org.thun.web.Formats;

/** What the chart island draws; the table beside it holds the same figures. */
@Component
class Charts {

    private static final int FULL = 100;

    private final Formats formats;

    Charts(Formats formats) {
        this.formats = formats;
    }

    /** How far each indicator is on its way, in percent of the phased target; what is missing stays missing. */
    Map<String, Object> standing(List<Measurement> measurements) {
        List<Object> values = new ArrayList<>();
        measurements.forEach(at -> values.add(at.percentOfPhased() == null ? null : bar(at)));
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("type", "bar");
        chart.put("horizontal", true);
        chart.put("unit", "%");
        chart.put("categories", measurements.stream().map(at -> formats.text(at.indicator().title())).toList());
        chart.put("series", List.of(series("indicators.column.percentOfPhased", values)));
        chart.put("target", Map.of("value", FULL, "label", formats.message("indicators.column.phased")));
        return chart;
    }

    /** The course of one indicator beside what should have been reached; of a part, which has no target, by itself. */
    Map<String, Object> course(List<TrendPoint> points, Measurement at, Place place) {
        List<Object> actual = new ArrayList<>();
        List<Object> phased = new ArrayList<>();
        points.forEach(point -> {
            actual.add(point.actual());
            phased.add(point.phasedTarget());
        });
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("type", "line");
        chart.put("categories", points.stream().map(point -> formats.month(point.day())).toList());
        if (!place.isWhole()) {
            chart.put("series", List.of(series("indicators.counted.short", actual)));
            return chart;
        }
        chart.put("series", List.of(series("indicators.column.actual", actual),
                series("indicators.column.phased", phased)));
        if (at.target() != null) {
            chart.put("target", Map.of("value", at.target(), "label", formats.message("indicators.column.target")));
        }
        return chart;
    }

    private Map<String, Object> series(String nameKey, List<Object> values) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("name", formats.message(nameKey));
        series.put("values", values);
        return series;
    }

    private static Map<String, Object> bar(Measurement at) {
        BigDecimal percent = at.percentOfPhased();
        boolean coloured = at.status() != IndicatorStatus.NO_DATA && at.status() != IndicatorStatus.NOT_APPLICABLE;
        return Map.of("value", percent, "status", coloured ? at.status().tone() : "none");
    }
}
