package org.thun.programmes;

import java.util.List;
import org.thun.shared.LocalizedText;

/**
 * The frame of monitoring and evaluation.
 *
 * @param aims what it is for
 * @param issues what is looked at
 * @param targetGroups who is asked
 * @param methods how
 */
public record MonitoringFrame(
        List<LocalizedText> aims,
        List<LocalizedText> issues,
        List<LocalizedText> targetGroups,
        List<LocalizedText> methods) {

    public MonitoringFrame {
        aims = List.copyOf(aims);
        issues = List.copyOf(issues);
        targetGroups = List.copyOf(targetGroups);
        methods = List.copyOf(methods);
    }
}
