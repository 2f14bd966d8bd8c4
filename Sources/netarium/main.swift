print("netarium")
