"""The operative scheme: the steps of the model, told and drawn from the states a request goes through."""
