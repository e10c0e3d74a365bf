"""The service: receive, draft, clear, send. Each module holds the steps of one part of the flow as functions over a `Desk`."""
