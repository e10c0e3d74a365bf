"""The desk's memory: the only room that knows SQLModel. Import `crisis.store.store` where it is needed, not before."""
