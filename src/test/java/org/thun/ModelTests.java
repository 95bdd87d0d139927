package org.thun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thun.identity.Role;

/** What every process model has to keep to, checked without starting anything. */
class ModelTests {

    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void isNamedLikeItsFileAndForgetsInTime(Path file) {
        Process process = process(file);
        assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(process.getName()).as("a name for people").isNotBlank();
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("models")
    void givesEveryUserTaskARoleAFormAndAName(Path file) {
        for (UserTask task : elements(file, UserTask.class)) {
            assertThat(task.getId()).as("id of %s", task.getName()).matches("task_[a-zA-Z]+");
            assertThat(task.getName()).as("name of %s", task.getId()).isNotBlank();
            assertThat(task.getCamundaCandidateGroupsList()).as("roles of %s", task.getId()).isNotEmpty();
            assertThat(ROLES).containsAll(task.getCamundaCandidateGroupsList());
            assertThat(Path.of("forms", task.getCamundaFormRef() + ".form")).exists();
            assertThat(task.getCamundaFormRefBinding()).as("binding of %s", task.getId()).isEqualTo("latest");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void callsOnlyDelegatesAndNeverRunsScripts(Path file) {
        assertThat(elements(file, ScriptTask.class)).isEmpty();
        for (ServiceTask task : elements(file, ServiceTask.class)) {
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
            assertThat(task.getCamundaDelegateExpression()).matches("\\$\\{[a-zA-Z]+Delegate}");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void retriesWhatRunsInTheBackground(Path file) {
        for (FlowNode node : elements(file, FlowNode.class)) {
            if (node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()) {
                assertThat(node.getExtensionElements()).as("retry cycle of %s", node.getId()).isNotNull();
                assertThat(node.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                .list())
                        .as("retry cycle of %s", node.getId())
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void canBeReadAsADiagram(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Map<String, Bounds> shapes = new HashMap<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            shapes.put(shape.getBpmnElement().getId(), shape.getBounds());
        }
        List<String> overlaps = new ArrayList<>();
        List<FlowNode> nodes = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node.getElementType().getTypeName().endsWith("Task")
                        || node.getElementType().getTypeName().endsWith("Gateway"))
                .toList();
        for (FlowNode one : nodes) {
            assertThat(shapes).as("shape of %s", one.getId()).containsKey(one.getId());
            for (FlowNode other : nodes) {
                if (one.getId().compareTo(other.getId()) < 0
                        && overlap(shapes.get(one.getId()), shapes.get(other.getId()))) {
                    overlaps.add(one.getId() + " lies on " + other.getId());
                }
            }
        }
        assertThat(overlaps).isEmpty();
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .allSatisfy(flow -> assertThat(flow.getDiagramElement()).as("line of %s", flow.getId()).isNotNull());
        assertThat(elements(file, EndEvent.class))
                .allSatisfy(end -> assertThat(end.getName()).as("name of %s", end.getId()).isNotBlank());
    }

    @Test
    void namesEveryStepOnlyOnceOverAllModels() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path file : models()) {
            elements(file, UserTask.class).forEach(task -> ids.add(task.getId()));
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }

    private static Process process(Path file) {
        return elements(file, Process.class).iterator().next();
    }

    private static <T extends ModelElementInstance> List<T> elements(
            Path file, Class<T> type) {
        return List.copyOf(Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(type));
    }
}
