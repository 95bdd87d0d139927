package org.thun.grants;

import java.util.List;
import org.thun.identity.Actor;

/** What every page of a case file begins with. */
public interface CasePages {

    /**
     * The grant for a page of its case file.
     *
     * @param path path of the tab
     * @throws org.thun.web.NotFound if the person may not see that grant or that page: unseen things do not exist
     */
    Grant open(String grantId, String path, Actor actor);

    /** The tabs this person sees, in order. */
    List<CaseTab> tabs(Grant grant, Actor actor);
}
