/**
 * Value types every module speaks: money, dates, periods, texts in two languages, ids and results. Owns no tables, holds
 * no beans and knows nothing of the engine.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Shared values",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.thun.shared;
