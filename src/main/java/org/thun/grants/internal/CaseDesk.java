package org.thun.grants.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.thun.grants.CasePages;
import org.thun.grants.CaseTab;
import org.thun.grants.Grant;
import org.thun.grants.Grants;
import org.thun.identity.Actor;
import org.thun.web.NotFound;

@Service
class CaseDesk implements CasePages {

    private final Grants grants;
    private final ObjectProvider<CaseTab> tabs;

    CaseDesk(Grants grants, ObjectProvider<CaseTab> tabs) {
        this.grants = grants;
        this.tabs = tabs;
    }

    @Override
    public Grant open(String grantId, String path, Actor actor) {
        Grant grant = grants.find(grantId, actor).orElseThrow(() -> new NotFound("grant " + grantId));
        if (tabs(grant, actor).stream().noneMatch(tab -> tab.path().equals(path))) {
            throw new NotFound("page " + path + " of grant " + grantId);
        }
        return grant;
    }

    @Override
    public List<CaseTab> tabs(Grant grant, Actor actor) {
        return tabs.stream()
                .filter(tab -> tab.visibleTo(actor, grant))
                .sorted(Comparator.comparingInt(CaseTab::order))
                .toList();
    }
}
