"""wxcc-lint: linter and differ for the Webex Contact Center integration with Salesforce."""

__version__ = "0.1.0"

DOCS_URL = ""
"""Where the rule pages live on the web. Empty until the project has a home: then findings carry no link."""
