"""
Components lie in a folder that the Salesforce project does not name.

The Salesforce CLI deploys and retrieves the package directories of `sfdx-project.json`. What lies beside them stays in git: somebody mends it there, and agents go on with what the org has.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```json bad file=sfdx-project.json at='"packageDirectories"'
{
  "packageDirectories": [{"path": "force-app", "default": true}]
}
```

```xml bad file=telephony/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <context>All</context>
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```json good file=sfdx-project.json
{
  "packageDirectories": [{"path": "force-app", "default": true}, {"path": "telephony"}]
}
```

```xml good file=telephony/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <context>All</context>
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

Only files in source format count, whose names end in `-meta.xml`: those of the Metadata API's own format are deployed by other commands. A folder with a `package.xml` of its own is taken for one of these, and so is a folder with a `sfdx-project.json` of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Document, Label, Place, Problem, Project, rule
from wxcc_lint.api.salesforce import outside_files, source_trees


@rule(
    "project/folder-outside-package-directories",
    on=Project,
    severity="warning",
    evidence="inferred",
    sources=("Salesforce DX Developer Guide, multiple package directories",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each folder at the top of a project that is none of its package directories, and holds components."""
    if project.environment is None:
        return
    for tree in source_trees(project):
        folders: dict[str, list[Document]] = {}
        for folder, document in outside_files(tree, project):
            folders.setdefault(folder, []).append(document)
        for folder, documents in folders.items():
            count = "a component lies" if len(documents) == 1 else f"{len(documents)} components lie"
            yield Problem(
                f"{count} in '{folder}', outside of all package directories",
                Place(tree.file.document, ("packageDirectories",)).key(),
                also=(Label(Place(documents[0], ()).key(), "it is not deployed with the project"),),
                help="name the folder under 'packageDirectories', or move what lies there into one of these",
            )
