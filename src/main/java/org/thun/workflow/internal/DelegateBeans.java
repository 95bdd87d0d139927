package org.thun.workflow.internal;

import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationContext;

/**
 * The beans an expression in a model can reach: delegates and listeners, nothing else. A model can therefore say who acts,
 * but cannot call a service, read a bean or open a file.
 */
final class DelegateBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    DelegateBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean
                && context.containsBean(bean)
                && (context.isTypeMatch(bean, JavaDelegate.class)
                        || context.isTypeMatch(bean, ExecutionListener.class)
                        || context.isTypeMatch(bean, TaskListener.class));
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    /** Beans are found by name only; there is nothing to walk through. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
